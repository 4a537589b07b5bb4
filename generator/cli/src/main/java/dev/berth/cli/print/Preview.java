package dev.berth.cli.print;

import dev.berth.model.AgentId;
import dev.berth.model.Environment;
import dev.berth.model.SecretName;
import dev.berth.plan.Plan;
import dev.berth.plan.PlannedAgent;
import dev.berth.plan.SecretNeed;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What would exist in one environment, as facts: the shape of {@code berth preview --format json}.
 *
 * @param format names this shape and its version; keys are added, never renamed or dropped, without
 *     a new one
 * @param teams sorted by name
 * @param stacks the platform's, then the fleet's by shard
 * @param secrets that must exist first, sorted by name
 * @param secretStore where they must be, as the environment says it; {@code variables} on a laptop
 * @param starts the agents that {@code berth up} starts on a laptop when it is told none, sorted
 */
public record Preview(
    String format,
    Place environment,
    List<TeamFacts> teams,
    List<StackFacts> stacks,
    Counts counts,
    List<SecretFacts> secrets,
    String secretStore,
    List<String> starts) {

  /** The one there is today. */
  public static final String FORMAT = "berth-preview/1";

  /**
   * Where the fleet would run.
   *
   * @param target {@code gke}, {@code kubernetes} or {@code local}
   * @param project the Google Cloud project's id; empty text, like what lies in it, for the other
   *     targets
   */
  public record Place(
      String name, String target, String project, String region, String bucket, String from) {}

  /** How many resources would exist, and for what. */
  public record Counts(int platform, int teams, int agents, int resources) {}

  /**
   * A secret of the environment's store.
   *
   * @param variable its name on a laptop
   * @param agents who reads it, as {@code team/agent}, sorted
   */
  public record SecretFacts(String name, String variable, List<String> agents) {}

  /** The facts of a plan. */
  public static Preview of(Plan plan) {
    List<TeamFacts> teams = plan.teams().stream().map(TeamFacts::of).toList();
    int ofTeams = plan.teams().stream().mapToInt(team -> team.resources().size()).sum();
    int ofAgents = plan.agents().stream().mapToInt(agent -> agent.resources().size()).sum();
    return new Preview(
        FORMAT,
        place(plan.environment()),
        teams,
        StackFacts.of(plan),
        new Counts(
            plan.platform().size(), ofTeams, ofAgents, plan.platform().size() + ofTeams + ofAgents),
        secrets(plan),
        plan.environment().local().isPresent()
            ? SecretList.VARIABLES
            : plan.environment().secrets().kind().toString(),
        starts(plan));
  }

  private static List<String> starts(Plan plan) {
    return plan.environment().local().stream()
        .flatMap(
            local ->
                local.agents().isEmpty()
                    ? plan.agents().stream().map(PlannedAgent::id)
                    : local.agents().stream())
        .sorted()
        .map(AgentId::toString)
        .toList();
  }

  private static Place place(Environment environment) {
    Optional<Environment.Gke> gke = environment.gke();
    return new Place(
        environment.name().text(),
        environment.target().toString(),
        gke.map(Environment.Gke::project).orElse(""),
        gke.map(Environment.Gke::region).orElse(""),
        gke.map(Environment.Gke::bucket).orElse(""),
        environment.from().toString());
  }

  private static List<SecretFacts> secrets(Plan plan) {
    Map<SecretName, TreeSet<String>> readers = new TreeMap<>();
    for (PlannedAgent agent : plan.agents()) {
      for (SecretNeed need : agent.needs()) {
        readers.computeIfAbsent(need.secret(), name -> new TreeSet<>()).add(agent.id().toString());
      }
    }
    return readers.entrySet().stream()
        .map(
            each ->
                new SecretFacts(
                    each.getKey().text(), each.getKey().variable(), List.copyOf(each.getValue())))
        .toList();
  }
}
