package dev.berth.cli.print;

import dev.berth.deploy.probe.Verdict;
import dev.berth.plan.PlannedProbe;
import java.util.List;

/**
 * What came of one agent's probe.
 *
 * @param agent {@code team/agent}
 * @param verdict {@code as declared}, {@code differs}, or {@code not judged} when nothing is known
 *     to differ and not everything is known
 * @param asDeclared how many checks came out as declared
 * @param holes how many of what must not work do
 * @param shut how many of what must work do not
 * @param unjudged how many of which nothing can be told
 * @param findings those that did not come out as declared, worst first; fewer when they are more
 *     than a probe has room to tell
 * @param problem why the probe did not run to its end; empty text when it did
 */
public record ProbeFacts(
    String agent,
    String verdict,
    int asDeclared,
    int holes,
    int shut,
    int unjudged,
    List<Finding> findings,
    List<Untried> untried,
    String problem) {

  static final String AS_DECLARED = "as declared";
  static final String DIFFERS = "differs";
  static final String NOT_JUDGED = "not judged";

  /**
   * A check that did not come out as declared.
   *
   * @param is {@code hole}: works and must not; {@code shut}: must work and does not; {@code
   *     unjudged}
   * @param why what happened
   * @param from the line that asked for it; empty text for what nobody asked for
   */
  public record Finding(String check, String is, String why, String from) {}

  /** A resource that is declared and that no pod can try. */
  public record Untried(String check, String why) {}

  public static ProbeFacts judged(PlannedProbe probe, Verdict verdict) {
    String word = verdict.holes() + verdict.shut() > 0 ? DIFFERS : NOT_JUDGED;
    return new ProbeFacts(
        probe.agent().id().toString(),
        verdict.found() == 0 ? AS_DECLARED : word,
        verdict.asDeclared(),
        verdict.holes(),
        verdict.shut(),
        verdict.unjudged(),
        verdict.findings().stream().map(each -> finding(probe, each)).toList(),
        untried(probe),
        "");
  }

  public static ProbeFacts notJudged(PlannedProbe probe, String problem) {
    return new ProbeFacts(
        probe.agent().id().toString(),
        NOT_JUDGED,
        0,
        0,
        0,
        probe.checks().size(),
        List.of(),
        untried(probe),
        problem);
  }

  private static Finding finding(PlannedProbe probe, Verdict.Finding found) {
    String from =
        probe.checks().stream()
            .filter(check -> check.id().equals(found.check()))
            .flatMap(check -> check.because().stream())
            .map(Object::toString)
            .findFirst()
            .orElse("");
    return new Finding(found.check(), found.kind().toString(), found.why(), from);
  }

  private static List<Untried> untried(PlannedProbe probe) {
    return probe.untried().stream().map(each -> new Untried(each.id(), each.why())).toList();
  }
}
