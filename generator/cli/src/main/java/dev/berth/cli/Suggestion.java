package dev.berth.cli;

import dev.berth.diagnose.Nearest;
import java.util.List;

/** What to say of a word on the command line that nothing is called. */
final class Suggestion {

  /** More than these nobody reads. */
  private static final int MOST_LISTED = 30;

  private Suggestion() {}

  /**
   * That there is no such thing, and which known one is nearest; else all of them, or the first
   * thirty.
   *
   * @param kind e.g. {@code environment}
   */
  static String unknown(String kind, String word, List<String> known) {
    String mend =
        Nearest.to(word, known)
            .map(near -> "write `" + near + "`")
            .orElseGet(
                () -> known.isEmpty() ? "there are none yet" : "write one of " + listed(known));
    return "there is no %s `%s`\nmend: %s".formatted(kind, word, mend);
  }

  private static String listed(List<String> known) {
    return known.size() <= MOST_LISTED
        ? String.join(", ", known)
        : String.join(", ", known.subList(0, MOST_LISTED))
            + " and %d more".formatted(known.size() - MOST_LISTED);
  }
}
