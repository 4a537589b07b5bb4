package dev.berth.model;

import java.util.List;
import java.util.Optional;

/**
 * Everything declared, all of it legal.
 *
 * @param environments in the order they were written; the first is the default
 * @param teams sorted by name
 */
public record Fleet(List<Environment> environments, List<Team> teams) {

  public Optional<Environment> environment(String name) {
    return environments.stream().filter(each -> each.name().text().equals(name)).findFirst();
  }

  public List<Agent> agents() {
    return teams.stream().flatMap(team -> team.agents().stream()).toList();
  }
}
