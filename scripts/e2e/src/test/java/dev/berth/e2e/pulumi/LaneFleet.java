package dev.berth.e2e.pulumi;

import dev.berth.Fleets;
import dev.berth.deploy.pulumi.StackProgram;
import dev.berth.fleet.FleetProgram;
import dev.berth.model.Environment;
import dev.berth.model.Fleet;
import dev.berth.model.HostCatalogue;
import dev.berth.plan.Plan;
import dev.berth.plan.PlannedAgent;
import dev.berth.plan.PlannedResource;
import dev.berth.plan.Planner;
import dev.berth.platform.PlatformProgram;
import dev.berth.render.Rendered;
import dev.berth.render.Renderer;
import dev.berth.render.Templates;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/** A fleet to bring up: the same one in every run. */
final class LaneFleet {

  private static final Environment DEV = Fleets.environment();

  private final Plan plan;
  private final List<Rendered> rendered;

  LaneFleet() throws IOException {
    Random random = new Random(42);
    Fleet fleet =
        Stream.generate(() -> Fleets.any().generator(1000).next(random).value())
            .filter(any -> any.teams().size() > 1 && agents(any) > 3 && agents(any) < 8)
            .findFirst()
            .orElseThrow();
    plan = new Planner(HostCatalogue.builtIn()).plan(fleet, DEV);
    rendered = new Renderer(Templates.in(Path.of("../../templates"))).render(plan);
  }

  private static long agents(Fleet fleet) {
    return fleet.teams().stream().mapToLong(team -> team.agents().size()).sum();
  }

  /** The agent that comes and goes. */
  PlannedAgent newcomer() {
    List<PlannedAgent> agents = plan.agents();
    return agents.get(agents.size() - 1);
  }

  StackProgram platform(Lane lane) {
    return new StackProgram(
        PlatformProgram.PROJECT,
        "dev",
        lane.project("platform"),
        new PlatformProgram(DEV, of(Set.copyOf(plan.platform()))));
  }

  /** Every team in one stack. */
  StackProgram fleet(Lane lane, boolean withNewcomer) {
    Set<PlannedResource> resources = new HashSet<>();
    plan.teams().forEach(team -> resources.addAll(team.resources()));
    plan.agents().forEach(agent -> resources.addAll(agent.resources()));
    if (!withNewcomer) {
      newcomer().resources().forEach(resources::remove);
    }
    return new StackProgram(
        FleetProgram.PROJECT,
        "dev-00",
        lane.project("fleet"),
        new FleetProgram(DEV, of(resources)));
  }

  private List<Rendered> of(Set<PlannedResource> resources) {
    return rendered.stream().filter(each -> resources.contains(each.planned())).toList();
  }
}
