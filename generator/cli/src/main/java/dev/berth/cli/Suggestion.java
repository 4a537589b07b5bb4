package dev.berth.cli;

import dev.berth.diagnose.Nearest;
import java.util.List;

/** What to say of a word on the command line that nothing is called. */
final class Suggestion {

  private Suggestion() {}

  /**
   * That there is no such thing, and which known one is nearest; else all of them.
   *
   * @param kind e.g. {@code environment}
   */
  static String unknown(String kind, String word, List<String> known) {
    String mend =
        Nearest.to(word, known)
            .map(near -> "write `" + near + "`")
            .orElseGet(
                () ->
                    known.isEmpty()
                        ? "there are none yet"
                        : "write one of " + String.join(", ", known));
    return "there is no %s `%s`\nmend: %s".formatted(kind, word, mend);
  }
}
