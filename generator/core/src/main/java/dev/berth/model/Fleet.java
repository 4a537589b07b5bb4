package dev.berth.model;

import java.util.List;
import java.util.Optional;

/**
 * Everything declared, all of it legal.
 *
 * @param environments in the order they were written; the first is the default
 * @param teams sorted by name
 * @param everyAgent what every agent of every team has
 * @param waivers in the order they were written
 * @param apiKeys every entry of {@code apiKeys} in any layer, whether an agent uses it or not
 */
public record Fleet(
    List<Environment> environments,
    List<Team> teams,
    EveryAgent everyAgent,
    List<Waiver> waivers,
    List<ApiKey> apiKeys) {

  /** A fleet that leaves every key to its provider's own name. */
  public Fleet(
      List<Environment> environments,
      List<Team> teams,
      EveryAgent everyAgent,
      List<Waiver> waivers) {
    this(environments, teams, everyAgent, waivers, List.of());
  }

  public Optional<Environment> environment(String name) {
    return environments.stream().filter(each -> each.name().text().equals(name)).findFirst();
  }

  /** What every agent of {@code team} has: by the fleet's word, and by the team's own. */
  public EveryAgent everyAgentOf(Team team) {
    return everyAgent.and(team.everyAgent());
  }

  public List<Agent> agents() {
    return teams.stream().flatMap(team -> team.agents().stream()).toList();
  }
}
