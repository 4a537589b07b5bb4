package dev.berth.plan;

import dev.berth.model.Environment;
import dev.berth.model.Fleet;
import dev.berth.model.HostCatalogue;
import dev.berth.model.Team;
import java.util.ArrayList;
import java.util.List;

/** Computes everything that must exist in an environment, and why. Pure. */
public final class Planner {

  private final HostCatalogue hosts;

  public Planner(HostCatalogue hosts) {
    this.hosts = hosts;
  }

  /**
   * The plan of {@code fleet} in {@code environment}.
   *
   * @throws IllegalArgumentException when the environment's target is not {@code gke}: nothing else
   *     is planned yet
   */
  public Plan plan(Fleet fleet, Environment environment) {
    Environment.Gke gke =
        environment
            .gke()
            .orElseThrow(
                () -> new IllegalArgumentException("no plan for target " + environment.target()));
    PlatformNames names = PlatformNames.of(environment, gke);
    List<PlannedResource> platform =
        new ArrayList<>(PlatformPlanner.plan(names, gke, fleet.teams(), environment.from()));
    platform.addAll(Admission.plan(environment, fleet.teams()));
    AgentPlanner agents = new AgentPlanner(hosts, names, gke, environment.density());
    List<PlannedTeam> teams =
        fleet.teams().parallelStream().map(team -> team(team, agents)).toList();
    return new Plan(environment, List.copyOf(platform), teams);
  }

  private static PlannedTeam team(Team team, AgentPlanner agents) {
    return new PlannedTeam(
        team, TeamPlanner.plan(team), team.agents().stream().map(agents::plan).toList());
  }
}
