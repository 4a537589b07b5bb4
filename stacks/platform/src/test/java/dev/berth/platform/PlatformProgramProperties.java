package dev.berth.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.berth.Fleets;
import dev.berth.model.Environment;
import dev.berth.model.Fleet;
import dev.berth.model.HostCatalogue;
import dev.berth.plan.GoogleResource;
import dev.berth.plan.Plan;
import dev.berth.plan.Planner;
import dev.berth.render.Rendered;
import dev.berth.resources.Registered;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

final class PlatformProgramProperties {

  private static final Environment DEV = Fleets.environment();
  private final Planner planner = new Planner(HostCatalogue.builtIn());

  @Provide
  Arbitrary<Fleet> fleets() {
    return Fleets.any();
  }

  @Property(tries = 20)
  void whatIsPlannedIsRegisteredOneToOne(@ForAll("fleets") Fleet fleet) {
    Plan plan = planner.plan(fleet, DEV);
    List<Rendered> rendered =
        plan.platform().stream()
            .map(GoogleResource.class::cast)
            .map(google -> new Rendered(google, google.name(), "", google::inputs))
            .toList();
    assertEquals(
        Registered.expected(rendered),
        Registered.by(PlatformProgram.PROJECT, "dev", new PlatformProgram(DEV, rendered)));
  }
}
