package dev.berth.cli.print;

import java.util.List;

/**
 * What came of every probe: the shape of {@code berth probe --format json}.
 *
 * @param format names this shape and its version; keys are added, never renamed or dropped, without
 *     a new one
 * @param agents in the fleet's order
 */
public record ProbeReport(String format, Place cluster, List<ProbeFacts> agents) {

  /** The one there is today. */
  public static final String FORMAT = "berth-probe/1";

  /**
   * Where they ran.
   *
   * @param context of kubeconfig
   */
  public record Place(String environment, String context) {}

  public static ProbeReport of(Place cluster, List<ProbeFacts> agents) {
    return new ProbeReport(FORMAT, cluster, List.copyOf(agents));
  }

  /** How many agents have a verdict. */
  int count(String verdict) {
    return (int) agents.stream().filter(each -> each.verdict().equals(verdict)).count();
  }

  /** Whether everything was tried that can be, and came out as declared. */
  public boolean allAsDeclared() {
    return count(ProbeFacts.AS_DECLARED) == agents.size();
  }
}
