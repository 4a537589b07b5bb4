package dev.berth.plan;

import dev.berth.model.Agent;
import dev.berth.model.AgentId;
import dev.berth.model.Environment;
import dev.berth.model.Fleet;
import dev.berth.model.HostCatalogue;
import dev.berth.model.Target;
import dev.berth.model.Team;
import dev.berth.model.Waiver;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Computes everything that must exist in an environment, and why. Pure. */
public final class Planner {

  private final HostCatalogue hosts;

  public Planner(HostCatalogue hosts) {
    this.hosts = hosts;
  }

  /** Whether there is a plan for the environment's target. */
  public boolean plans(Environment environment) {
    return environment.target() == Target.GKE || environment.target() == Target.KUBERNETES;
  }

  /**
   * The plan of {@code fleet} in {@code environment}.
   *
   * @throws IllegalArgumentException when the environment's target is neither {@code gke} nor
   *     {@code kubernetes}: nothing else is planned yet
   */
  public Plan plan(Fleet fleet, Environment environment) {
    return switch (environment.target()) {
      case GKE -> gke(fleet, environment, environment.gke().orElseThrow());
      case KUBERNETES -> kubernetes(fleet, environment);
      case LOCAL, COMPOSE, VM ->
          throw new IllegalArgumentException("no plan for target " + environment.target());
    };
  }

  private Plan gke(Fleet fleet, Environment environment, Environment.Gke gke) {
    PlatformNames names = PlatformNames.of(environment, gke);
    AgentPlanner agents = new AgentPlanner(hosts, names, gke, environment);
    List<PlannedTeam> teams = teams(fleet, agents::plan);
    List<PlannedResource> platform =
        new ArrayList<>(PlatformPlanner.plan(names, gke, fleet.teams(), environment.from()));
    List<WayOut> ways =
        teams.stream()
            .flatMap(team -> team.agents().stream())
            .flatMap(agent -> agent.asks().stream())
            .toList();
    platform.add(new GoogleApisZone(names, environment.from()));
    platform.addAll(GoogleApisRecord.of(names, ways, environment.from()));
    platform.addAll(ClusterPolicy.of(environment));
    return new Plan(environment, List.copyOf(platform), teams);
  }

  private Plan kubernetes(Fleet fleet, Environment environment) {
    PlainAgentPlanner agents = new PlainAgentPlanner(hosts, environment);
    Set<AgentId> waived =
        fleet.waivers().stream()
            .filter(waiver -> waiver.rule().equals(Plan.HOSTS_STAY_OPEN))
            .map(Waiver::agent)
            .collect(Collectors.toSet());
    return new Plan(
        environment,
        ClusterPolicy.of(environment),
        teams(fleet, agent -> agents.plan(agent, waived.contains(agent.id()))));
  }

  private static List<PlannedTeam> teams(Fleet fleet, Function<Agent, PlannedAgent> planner) {
    return fleet.teams().parallelStream().map(team -> team(team, planner)).toList();
  }

  private static PlannedTeam team(Team team, Function<Agent, PlannedAgent> planner) {
    return new PlannedTeam(
        team, TeamPlanner.plan(team), team.agents().stream().map(planner).toList());
  }
}
