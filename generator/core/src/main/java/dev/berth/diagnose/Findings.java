package dev.berth.diagnose;

import java.util.Comparator;
import java.util.List;

/**
 * What rules found in a fleet: what stands, and apart from it what is waived; both in the order
 * every report uses.
 */
public record Findings(List<Finding> standing, List<Waived> waived) {

  public static final Findings NONE = new Findings(List.of(), List.of());

  public Findings {
    standing = standing.stream().sorted(Diagnostic.ORDER).toList();
    waived =
        waived.stream().sorted(Comparator.comparing(Waived::finding, Diagnostic.ORDER)).toList();
  }

  /** Whether nothing may go on. */
  public boolean refuse() {
    return !of(Severity.ERROR).isEmpty();
  }

  /** What stands and weighs that much. */
  public List<Finding> of(Severity severity) {
    return standing.stream().filter(each -> each.severity() == severity).toList();
  }

  /** The same without what weighs less than {@code least}; what is waived stays. */
  public Findings atLeast(Severity least) {
    return new Findings(
        standing.stream().filter(each -> each.severity().compareTo(least) <= 0).toList(), waived);
  }
}
