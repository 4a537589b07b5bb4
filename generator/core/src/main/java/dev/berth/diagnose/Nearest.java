package dev.berth.diagnose;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds the word somebody meant. */
public final class Nearest {

  /** More edits than this and it is another word. */
  private static final int MOST_EDITS = 2;

  private Nearest() {}

  /** The known word at most two edits from {@code word}; the alphabetically first of equals. */
  public static Optional<String> to(String word, Collection<String> known) {
    String lower = word.toLowerCase(Locale.ROOT);
    return known.stream()
        .filter(each -> Math.abs(each.length() - lower.length()) <= MOST_EDITS)
        .filter(each -> edits(lower, each.toLowerCase(Locale.ROOT)) <= MOST_EDITS)
        .min(
            Comparator.<String>comparingInt(each -> edits(lower, each.toLowerCase(Locale.ROOT)))
                .thenComparing(Comparator.naturalOrder()));
  }

  /** Some of the known words, those like {@code word} first, however unlike it they are. */
  public static List<String> some(int most, String word, Collection<String> known) {
    return known.stream()
        .sorted(
            Comparator.<String>comparingInt(each -> edits(word, each))
                .thenComparing(Comparator.naturalOrder()))
        .limit(most)
        .toList();
  }

  /** "write `x`" for the nearest word, else the list of all. */
  static String mend(String word, Collection<String> known, String otherwise) {
    String choice =
        to(word, known)
            .map(near -> "write `" + near + "`")
            .orElseGet(() -> "write one of " + String.join(", ", known));
    return known.isEmpty() ? otherwise : choice + ", or " + otherwise;
  }

  /** Levenshtein's distance, in characters. */
  private static int edits(String from, String to) {
    int[] row = new int[to.length() + 1];
    for (int column = 0; column <= to.length(); column++) {
      row[column] = column;
    }
    for (int line = 1; line <= from.length(); line++) {
      int diagonal = row[0];
      row[0] = line;
      for (int column = 1; column <= to.length(); column++) {
        int change = diagonal + (from.charAt(line - 1) == to.charAt(column - 1) ? 0 : 1);
        diagonal = row[column];
        row[column] = Math.min(change, Math.min(row[column], row[column - 1]) + 1);
      }
    }
    return row[to.length()];
  }
}
