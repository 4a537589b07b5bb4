package dev.berth.deploy.pulumi;

import java.util.SortedMap;

/** How a run ended. */
public sealed interface Outcome {

  /**
   * It did what it was asked for.
   *
   * @param changes resources by operation as Pulumi names them ({@code create}, {@code same}), each
   *     at least 1
   */
  record Done(SortedMap<String, Integer> changes) implements Outcome {

    /** Resources it made, changed or took away. */
    public int changed() {
      return changes.entrySet().stream()
          .filter(each -> !each.getKey().equals("same"))
          .mapToInt(java.util.Map.Entry::getValue)
          .sum();
    }
  }

  /** It stopped. */
  record Stopped(Problem problem) implements Outcome {}
}
