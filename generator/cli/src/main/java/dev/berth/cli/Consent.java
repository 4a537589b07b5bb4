package dev.berth.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Set;

/**
 * Asks before anything is changed.
 *
 * @param given whether {@code --yes} answered already
 */
record Consent(Surroundings around, boolean given) {

  private static final Set<String> YES = Set.of("y", "yes");

  /**
   * Whether a person agrees.
   *
   * @param question e.g. {@code Bring them up?}
   */
  boolean to(String question) {
    if (given) {
      return true;
    }
    if (!around.terminal()) {
      throw Stop.usage(
          "nobody is at a terminal to answer: %s\nmend: add `--yes`, or look first with `--preview`"
              .formatted(question));
    }
    around.out().print(question + " [y/N] ");
    around.out().flush();
    try {
      // Read without a buffer that outlives the question: a second one may follow.
      return YES.contains(answer());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private String answer() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = around.in().read(); next >= 0 && next != '\n'; next = around.in().read()) {
      line.append((char) next);
    }
    return line.toString().strip().toLowerCase(Locale.ROOT);
  }
}
