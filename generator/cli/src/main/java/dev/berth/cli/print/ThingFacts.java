package dev.berth.cli.print;

import dev.berth.plan.Plan;
import dev.berth.plan.PlannedResource;
import dev.berth.plan.PlannedTeam;
import java.util.List;
import java.util.stream.Stream;

/**
 * A resource that Berth makes.
 *
 * @param what it is, in one sentence
 * @param name within its stack
 * @param type Pulumi's type token
 * @param stack the Pulumi stack that holds it
 * @param from {@code file:line}, or {@code built in}
 */
public record ThingFacts(String what, String name, String type, String stack, String from) {

  /** What {@code resource} names: a planned resource, or what is made for a resource's word. */
  public static List<ThingFacts> of(Plan plan, String resource) {
    String made = made(resource);
    return all(plan)
        .filter(thing -> thing.name().equals(resource) || thing.name().equals(made))
        .toList();
  }

  /** The names of all. */
  public static Stream<String> names(Plan plan) {
    return all(plan).map(ThingFacts::name);
  }

  private static String made(String word) {
    int slash = word.indexOf('/');
    String name = word.substring(slash + 1);
    return switch (slash < 0 ? "" : word.substring(0, slash)) {
      case "folder" ->
          name.startsWith("agents/")
              ? name.substring("agents/".length()) + "/knowledge"
              : "knowledge/" + name;
      case "agent" -> name + "/release";
      case "namespace" -> name + "/namespace";
      default -> "";
    };
  }

  private static Stream<ThingFacts> all(Plan plan) {
    String platform = Plan.platformStack(plan.environment().name());
    return Stream.concat(
        plan.platform().stream().map(each -> of(each, platform)),
        plan.teams().stream()
            .flatMap(
                team -> {
                  String stack = Plan.fleetStack(plan.environment().name(), team.team().shard());
                  return resources(team).map(each -> of(each, stack));
                }));
  }

  private static Stream<PlannedResource> resources(PlannedTeam team) {
    return Stream.concat(
        team.resources().stream(),
        team.agents().stream().flatMap(agent -> agent.resources().stream()));
  }

  private static ThingFacts of(PlannedResource planned, String stack) {
    return new ThingFacts(
        Meaning.of(planned.type()),
        planned.name(),
        planned.type(),
        stack,
        planned.because().toString());
  }
}
