package dev.berth.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.berth.Fleets;
import dev.berth.model.Environment;
import dev.berth.model.Fleet;
import dev.berth.model.HostCatalogue;
import dev.berth.plan.GoogleResource;
import dev.berth.plan.Plan;
import dev.berth.plan.PlannedResource;
import dev.berth.plan.Planner;
import dev.berth.render.Rendered;
import dev.berth.resources.Registered;
import java.util.List;
import java.util.Map;
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
            .map(each -> new Rendered(each, each.name(), "", () -> inputs(each)))
            .toList();
    assertEquals(
        Registered.expected(rendered),
        Registered.by(PlatformProgram.PROJECT, "dev", new PlatformProgram(DEV, rendered)));
  }

  private static Map<String, Object> inputs(PlannedResource each) {
    return each instanceof GoogleResource google ? google.inputs() : Map.of("kind", each.type());
  }
}
