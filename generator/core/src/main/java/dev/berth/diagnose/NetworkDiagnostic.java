package dev.berth.diagnose;

import dev.berth.source.SourcePoint;
import java.util.List;

/** What is wrong with who reaches whom, and with what a network is said to enforce. */
public sealed interface NetworkDiagnostic extends FleetDiagnostic {

  /** A key that means nothing where the environment's agents run. */
  record KeyOfOtherTarget(SourcePoint at, int width, String key, String of, String target)
      implements NetworkDiagnostic {
    @Override
    public String what() {
      return "`"
          + key
          + "` is for the target "
          + of
          + ", and this environment has the target "
          + target;
    }

    @Override
    public String mend() {
      return "remove the line";
    }
  }

  /** An agent to start that nobody declared. */
  record NoSuchAgentToStart(SourcePoint at, int width, String agent, List<String> known)
      implements NetworkDiagnostic {
    @Override
    public String what() {
      return "there is no agent `" + agent + "` to start";
    }

    @Override
    public String mend() {
      return Nearest.mend(agent, known, "remove it");
    }
  }

  /** An agent its team does not have. */
  record NoSuchTeammate(SourcePoint at, int width, String agent, String team, List<String> others)
      implements NetworkDiagnostic {
    @Override
    public String what() {
      return "team " + team + " has no agent `" + agent + "`";
    }

    @Override
    public String mend() {
      return Nearest.mend(agent, others, "remove it");
    }
  }

  /** An agent that names itself. */
  record CallsItself(SourcePoint at, int width, String agent, String key)
      implements NetworkDiagnostic {
    @Override
    public String what() {
      return "`" + agent + "` names itself in `" + key + "`, and needs no way to itself";
    }

    @Override
    public String mend() {
      return "remove it";
    }
  }

  /** An agent that is named twice in one list. */
  record CallTwice(SourcePoint at, int width, String agent, int firstLine)
      implements NetworkDiagnostic {
    @Override
    public String what() {
      return "`" + agent + "` is written a second time; line " + firstLine + " has it already";
    }

    @Override
    public String mend() {
      return "remove it";
    }
  }

  /**
   * A call only one of the two agents declares.
   *
   * @param key the list it stands in
   * @param otherKey the list it is missing from
   * @param otherFile the file of the agent that is named
   * @param needed what the other list must hold
   */
  record OneSidedCall(
      SourcePoint at,
      int width,
      String agent,
      String key,
      String otherKey,
      String otherFile,
      List<String> needed)
      implements NetworkDiagnostic {
    @Override
    public String what() {
      return "`"
          + key
          + "` names `"
          + agent
          + "`, and "
          + otherFile
          + " does not say so in `"
          + otherKey
          + "`: both must";
    }

    @Override
    public String mend() {
      return "write `"
          + otherKey
          + ": [ "
          + String.join(", ", needed)
          + " ]` in "
          + otherFile
          + ", or remove it here";
    }
  }
}
