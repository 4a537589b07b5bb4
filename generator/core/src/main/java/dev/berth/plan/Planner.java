package dev.berth.plan;

import dev.berth.model.Agent;
import dev.berth.model.AgentId;
import dev.berth.model.Environment;
import dev.berth.model.EveryAgent;
import dev.berth.model.Fleet;
import dev.berth.model.HostCatalogue;
import dev.berth.model.SecretStore;
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

  /** Whether there is a plan of a cluster for the environment's target. */
  public boolean plans(Environment environment) {
    return environment.target() == Target.GKE || environment.target() == Target.KUBERNETES;
  }

  /**
   * The plan of {@code fleet} in {@code environment}.
   *
   * @throws IllegalArgumentException when the environment's target is {@code compose} or {@code
   *     vm}: neither is planned yet
   */
  public Plan plan(Fleet fleet, Environment environment) {
    return switch (environment.target()) {
      case GKE -> gke(fleet, environment, environment.gke().orElseThrow());
      case KUBERNETES -> kubernetes(fleet, environment);
      case LOCAL ->
          new LocalPlanner(hosts, environment.local().orElseThrow()).plan(fleet, environment);
      case COMPOSE, VM ->
          throw new IllegalArgumentException("no plan for target " + environment.target());
    };
  }

  private Plan gke(Fleet fleet, Environment environment, Environment.Gke gke) {
    PlatformNames names = PlatformNames.of(environment, gke);
    AgentPlanner agents = new AgentPlanner(hosts, names, gke, environment);
    TeamGrants grants = new TeamGrants(names, gke);
    List<PlannedTeam> teams =
        fleet.teams().parallelStream()
            .map(
                team ->
                    team(
                        team,
                        fleet.everyAgentOf(team),
                        environment.network().metrics(),
                        grants,
                        agents))
            .toList();
    List<PlannedResource> platform =
        new ArrayList<>(
            PlatformPlanner.plan(
                names,
                gke,
                fleet.teams(),
                environment.secrets().kind() == SecretStore.Kind.SECRET_MANAGER,
                environment.from()));
    List<PlannedAgent> all = teams.stream().flatMap(team -> team.agents().stream()).toList();
    List<WayOut> ways = all.stream().flatMap(agent -> agent.asks().stream()).toList();
    platform.add(new GoogleApisZone(names, environment.from()));
    platform.addAll(GoogleApisRecord.of(names, ways, environment.from()));
    platform.addAll(Admission.plan(environment, all));
    platform.addAll(ClusterPolicy.of(environment));
    return new Plan(environment, List.copyOf(platform), teams);
  }

  private static PlannedTeam team(
      Team team, EveryAgent all, boolean metrics, TeamGrants grants, AgentPlanner agents) {
    boolean carried = team.agents().stream().anyMatch(each -> each.knowledgeImage().isPresent());
    List<PlannedResource> resources = new ArrayList<>(TeamPlanner.plan(team, carried, metrics));
    resources.addAll(grants.of(team.name(), all));
    return new PlannedTeam(
        team,
        List.copyOf(resources),
        Permission.of(all.folders(), all.iam()),
        team.agents().stream().map(agent -> agents.plan(agent, all)).toList());
  }

  /** On a cluster of one's own there is no Google Cloud to grant anything on. */
  private Plan kubernetes(Fleet fleet, Environment environment) {
    PlainAgentPlanner agents = new PlainAgentPlanner(hosts, environment);
    Set<AgentId> waived =
        fleet.waivers().stream()
            .filter(waiver -> waiver.rule().equals(Plan.HOSTS_STAY_OPEN))
            .map(Waiver::agent)
            .collect(Collectors.toSet());
    Function<Agent, PlannedAgent> planner =
        agent -> agents.plan(agent, waived.contains(agent.id()));
    List<PlannedTeam> teams =
        fleet.teams().parallelStream()
            .map(
                team ->
                    new PlannedTeam(
                        team,
                        TeamPlanner.plan(team, false, false),
                        List.of(),
                        team.agents().stream().map(planner).toList()))
            .toList();
    List<PlannedResource> platform =
        new ArrayList<>(
            Admission.plan(
                environment, teams.stream().flatMap(team -> team.agents().stream()).toList()));
    platform.addAll(ClusterPolicy.of(environment));
    return new Plan(environment, List.copyOf(platform), teams);
  }
}
