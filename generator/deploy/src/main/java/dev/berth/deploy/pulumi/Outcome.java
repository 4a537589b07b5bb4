package dev.berth.deploy.pulumi;

import java.util.Set;
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

    /** Operations that leave a resource as it was. */
    public static final Set<String> AS_IT_WAS =
        Set.of("same", "read", "refresh", "read-discard", "discard-replaced");

    /** Resources it made, changed or took away. */
    public int changed() {
      return changes.entrySet().stream()
          .filter(each -> !AS_IT_WAS.contains(each.getKey()))
          .mapToInt(java.util.Map.Entry::getValue)
          .sum();
    }
  }

  /** It stopped. */
  record Stopped(Problem problem) implements Outcome {}
}
