package dev.berth.model;

import java.util.Optional;
import java.util.regex.Pattern;

/** Which agent: its team, which is its namespace, and its own name within it. */
public record AgentId(Name team, Name agent) implements Comparable<AgentId> {

  /** Shown to users, so it must be true of {@link #parse}. */
  public static final String RULE = "an agent as team/agent, such as support/customer";

  public static final String PATTERN =
      "^[a-z]([-a-z0-9]{0,38}[a-z0-9])?/[a-z]([-a-z0-9]{0,38}[a-z0-9])?$";

  private static final Pattern LEGAL = Pattern.compile(PATTERN);

  /** Empty when {@code text} breaks {@link #RULE}. */
  public static Optional<AgentId> parse(String text) {
    if (!LEGAL.matcher(text).matches()) {
      return Optional.empty();
    }
    int slash = text.indexOf('/');
    return Optional.of(
        new AgentId(new Name(text.substring(0, slash)), new Name(text.substring(slash + 1))));
  }

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
