package dev.berth.cli;

import dev.berth.deploy.pulumi.StackProgram;
import dev.berth.fleet.FleetProgram;
import dev.berth.plan.Plan;
import dev.berth.plan.PlannedResource;
import dev.berth.plan.PlannedTeam;
import dev.berth.platform.PlatformProgram;
import dev.berth.render.Rendered;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The Pulumi stacks of a plan and the programs that say what they hold. */
final class FleetStacks {

  private FleetStacks() {}

  /** The platform's, then the fleet's by shard. */
  static List<StackProgram> of(Plan plan, List<Rendered> rendered, Path home) {
    List<StackProgram> stacks = new ArrayList<>();
    List<Rendered> platform = only(rendered, plan.platform().stream());
    stacks.add(
        new StackProgram(
            PlatformProgram.PROJECT,
            Plan.platformStack(plan.environment().name()),
            home.resolve("stacks/platform"),
            new PlatformProgram(plan.environment(), platform),
            platform.size()));
    plan.shards()
        .forEach(
            (shard, teams) -> {
              List<Rendered> fleet = only(rendered, teams.stream().flatMap(FleetStacks::resources));
              stacks.add(
                  new StackProgram(
                      FleetProgram.PROJECT,
                      Plan.fleetStack(plan.environment().name(), shard),
                      home.resolve("stacks/fleet"),
                      new FleetProgram(plan.environment(), fleet),
                      fleet.size()));
            });
    return stacks;
  }

  /** In the order they were rendered: an agent's after its team's. */
  private static List<Rendered> only(List<Rendered> rendered, Stream<PlannedResource> planned) {
    Set<String> names = planned.map(PlannedResource::name).collect(Collectors.toSet());
    return rendered.stream().filter(each -> names.contains(each.planned().name())).toList();
  }

  private static Stream<PlannedResource> resources(PlannedTeam team) {
    return Stream.concat(
        team.resources().stream(),
        team.agents().stream().flatMap(agent -> agent.resources().stream()));
  }
}
