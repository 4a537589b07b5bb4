package dev.berth.cli.print;

import dev.berth.local.judge.Remark;
import java.util.List;
import java.util.Locale;

/**
 * What OpenClaw had to say of a fleet's agents.
 *
 * @param agents groups of agents alike but for their names
 */
public record VerifyFacts(String format, String environment, List<Judged> agents) {

  /** The shape and its version. */
  public static final String FORMAT = "berth-openclaw-verify/1";

  /**
   * One group.
   *
   * @param agents {@code research/reader} each; the first is the one that was asked about
   * @param openclaw the version that was asked
   * @param verdict {@code refused}, {@code warned} or {@code accepted}
   */
  public record Judged(
      List<String> agents, String openclaw, String verdict, List<Finding> findings) {

    public static Judged of(List<String> agents, String openclaw, List<Remark> remarks) {
      String verdict =
          has(remarks, Remark.Weight.REFUSED)
              ? "refused"
              : has(remarks, Remark.Weight.WARNING) ? "warned" : "accepted";
      return new Judged(agents, openclaw, verdict, remarks.stream().map(Finding::of).toList());
    }

    private static boolean has(List<Remark> remarks, Remark.Weight weight) {
      return remarks.stream().anyMatch(each -> each.weight() == weight);
    }
  }

  /**
   * One thing it said.
   *
   * @param severity {@code refused}, {@code warning} or {@code expected}
   * @param mend OpenClaw's advice, or for what is expected the reason
   */
  public record Finding(String command, String severity, String code, String what, String mend) {

    static Finding of(Remark remark) {
      return new Finding(
          remark.command(),
          remark.weight().name().toLowerCase(Locale.ROOT),
          remark.code(),
          remark.what(),
          remark.mend());
    }
  }

  /** How many agents it refuses. */
  public int refused() {
    return count("refused");
  }

  int count(String verdict) {
    return agents.stream()
        .filter(each -> each.verdict().equals(verdict))
        .mapToInt(each -> each.agents().size())
        .sum();
  }
}
