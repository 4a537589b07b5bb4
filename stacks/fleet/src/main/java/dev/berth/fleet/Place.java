package dev.berth.fleet;

import java.util.List;

/**
 * Whose a resource is, as its name says: {@code team/namespace}, {@code team/agent/release}, {@code
 * team/agent/topic/escalations/publisher}.
 *
 * @param owner the team, or {@code team/agent}
 */
record Place(String team, String owner) {

  /**
   * @throws IllegalArgumentException when the name says neither team nor agent
   */
  static Place of(String name) {
    List<String> parts = List.of(name.split("/", -1));
    if (parts.size() < 2) {
      throw new IllegalArgumentException(name + " is neither a team's nor an agent's");
    }
    return new Place(
        parts.get(0), String.join("/", parts.subList(0, Math.min(2, parts.size() - 1))));
  }
}
