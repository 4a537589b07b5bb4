package dev.berth.diagnose;

import dev.berth.source.SourcePoint;
import java.time.LocalDate;
import java.util.List;

/** What is wrong with a waiver, whatever the fleet it is held against. */
public sealed interface WaiverDiagnostic extends FleetDiagnostic {

  /** A waiver of a rule there is none of. */
  record UnknownRule(SourcePoint at, int width, String rule, List<String> known)
      implements WaiverDiagnostic {
    @Override
    public String what() {
      return "there is no rule `" + rule + "` to waive";
    }

    @Override
    public String mend() {
      return Nearest.to(rule, known)
          .map(near -> "write `rule: " + near + "`")
          .orElse("write the id of a rule that berth check --rules lists, or remove the waiver");
    }
  }

  /** A waiver of a rule that holds for everybody. */
  record RuleNotWaivable(SourcePoint at, int width, String rule) implements WaiverDiagnostic {
    @Override
    public String what() {
      return "the rule `" + rule + "` cannot be waived";
    }

    @Override
    public String mend() {
      return "remove the waiver, and mend what the rule finds";
    }
  }

  /** A waiver for an agent there is none of. */
  record UnknownAgent(SourcePoint at, int width, String agent, List<String> known)
      implements WaiverDiagnostic {
    @Override
    public String what() {
      return "there is no agent `" + agent + "` to waive a rule for";
    }

    @Override
    public String mend() {
      return Nearest.to(agent, known)
          .map(near -> "write `agent: " + near + "`, or remove the waiver")
          .orElse("remove the waiver");
    }
  }

  /** One rule waived for one agent two times. */
  record WaiverTwice(SourcePoint at, int width, String rule, String agent, int firstLine)
      implements WaiverDiagnostic {
    @Override
    public String what() {
      return "`"
          + rule
          + "` is waived for "
          + agent
          + " a second time; line "
          + firstLine
          + " has it already";
    }

    @Override
    public String mend() {
      return "remove one of the two";
    }
  }

  /** A waiver that outlives the people who remember why. */
  record WaiverTooLong(SourcePoint at, int width, LocalDate until, LocalDate most)
      implements WaiverDiagnostic {
    @Override
    public String what() {
      return "`until` is " + until + ", and a waiver holds for at most a year: to " + most;
    }

    @Override
    public String mend() {
      return "write `until: " + most + "`, or an earlier day";
    }
  }
}
