package dev.berth.model;

/** Which agent: its team, which is its namespace, and its own name within it. */
public record AgentId(Name team, Name agent) implements Comparable<AgentId> {

  @Override
  public int compareTo(AgentId other) {
    int byTeam = team.compareTo(other.team);
    return byTeam != 0 ? byTeam : agent.compareTo(other.agent);
  }

  /** {@code team/agent}, as users write it on the command line. */
  @Override
  public String toString() {
    return team + "/" + agent;
  }
}
