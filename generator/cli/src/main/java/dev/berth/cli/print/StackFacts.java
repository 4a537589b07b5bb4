package dev.berth.cli.print;

import dev.berth.model.Target;
import dev.berth.plan.Plan;
import dev.berth.plan.PlannedResource;
import dev.berth.plan.PlannedTeam;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * One Pulumi stack.
 *
 * @param folder of its program, relative to Berth's checkout: {@code stacks/platform}
 * @param kinds how many of each kind, by the kind's name
 */
public record StackFacts(
    String folder, String stack, int resources, SortedMap<String, Integer> kinds) {

  /** The platform's, then the fleet's by shard; none where Berth has no programs for the target. */
  static List<StackFacts> of(Plan plan) {
    if (plan.environment().target() != Target.GKE) {
      return List.of();
    }
    List<StackFacts> stacks = new ArrayList<>();
    stacks.add(
        of(
            "stacks/platform",
            Plan.platformStack(plan.environment().name()),
            plan.platform().stream()));
    plan.shards()
        .forEach(
            (shard, teams) ->
                stacks.add(
                    of(
                        "stacks/fleet",
                        Plan.fleetStack(plan.environment().name(), shard),
                        teams.stream().flatMap(StackFacts::resources))));
    return List.copyOf(stacks);
  }

  private static Stream<PlannedResource> resources(PlannedTeam team) {
    return Stream.concat(
        team.resources().stream(),
        team.agents().stream().flatMap(agent -> agent.resources().stream()));
  }

  private static StackFacts of(String folder, String stack, Stream<PlannedResource> resources) {
    SortedMap<String, Integer> kinds = new TreeMap<>();
    resources.forEach(resource -> kinds.merge(kind(resource.type()), 1, Integer::sum));
    return new StackFacts(
        folder, stack, kinds.values().stream().mapToInt(Integer::intValue).sum(), kinds);
  }

  private static String kind(String type) {
    return type.substring(type.lastIndexOf(':') + 1);
  }
}
