package dev.berth.diagnose;

import dev.berth.source.SourcePoint;

/** What is wrong with how much there is together. */
public sealed interface QuotaDiagnostic extends FleetDiagnostic {

  /** A team's agents may use more together than its quota. */
  record QuotaExceeded(
      SourcePoint at, int width, String team, String resource, String sum, String quota)
      implements QuotaDiagnostic {
    @Override
    public String what() {
      return "the "
          + resource
          + " limits of team "
          + team
          + "'s agents add up to "
          + sum
          + ", over its quota of "
          + quota;
    }

    @Override
    public String mend() {
      return "write `" + resource + ": " + sum + "` under `quota:`, or lower the agents' limits";
    }
  }

  /** A team has more agents than its quota. */
  record TooManyAgents(SourcePoint at, int width, String team, int agents, int quota)
      implements QuotaDiagnostic {
    @Override
    public String what() {
      return "team " + team + " has " + agents + " agents, over its quota of " + quota;
    }

    @Override
    public String mend() {
      return "write `agents: " + agents + "` under `quota:`, or remove some";
    }
  }

  /** A fleet stack with more agents than one stack can carry. */
  record ShardFull(
      SourcePoint at, int width, String team, int shard, int agents, int most, String edit)
      implements QuotaDiagnostic {
    @Override
    public String what() {
      return "with team "
          + team
          + ", shard "
          + shard
          + " has "
          + agents
          + " agents, and a shard holds at most "
          + most;
    }

    @Override
    public String mend() {
      return edit;
    }
  }
}
