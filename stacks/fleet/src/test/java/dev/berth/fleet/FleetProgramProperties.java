package dev.berth.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.berth.Fleets;
import dev.berth.model.Environment;
import dev.berth.model.Fleet;
import dev.berth.model.HostCatalogue;
import dev.berth.plan.GoogleResource;
import dev.berth.plan.HelmRelease;
import dev.berth.plan.KubernetesObject;
import dev.berth.plan.PlannedResource;
import dev.berth.plan.PlannedTeam;
import dev.berth.plan.Planner;
import dev.berth.render.Rendered;
import dev.berth.resources.Registered;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

final class FleetProgramProperties {

  private static final Environment DEV = Fleets.environment();
  private final Planner planner = new Planner(HostCatalogue.builtIn());

  @Provide
  Arbitrary<Fleet> fleets() {
    return Fleets.any();
  }

  @Property(tries = 20)
  void whatIsPlannedIsRegisteredOneToOne(@ForAll("fleets") Fleet fleet) {
    planner
        .plan(fleet, DEV)
        .shards()
        .forEach(
            (shard, teams) -> {
              List<Rendered> rendered =
                  teams.stream().flatMap(FleetProgramProperties::all).map(this::render).toList();
              assertEquals(
                  Registered.expected(rendered),
                  Registered.by(
                      FleetProgram.PROJECT,
                      "dev-%02d".formatted(shard),
                      new FleetProgram(DEV, rendered)));
            });
  }

  private static Stream<PlannedResource> all(PlannedTeam team) {
    return Stream.concat(
        team.resources().stream(),
        team.agents().stream().flatMap(agent -> agent.resources().stream()));
  }

  private Rendered render(PlannedResource planned) {
    return new Rendered(planned, planned.name(), "", () -> inputs(planned));
  }

  private static Map<String, Object> inputs(PlannedResource planned) {
    if (planned instanceof KubernetesObject object) {
      return Map.of(
          "apiVersion", "v1",
          "kind", object.type().substring(object.type().lastIndexOf(':') + 1),
          "metadata", Map.of("name", object.name(), "namespace", object.namespace()),
          "spec", Map.of("values", object.values()));
    }
    if (planned instanceof HelmRelease release) {
      return Map.of(
          "name", release.id().agent().text(),
          "namespace", release.id().team().text(),
          "values", release.values(),
          "maxHistory", 10);
    }
    return ((GoogleResource) planned).inputs();
  }
}
