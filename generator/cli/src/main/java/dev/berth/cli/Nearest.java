package dev.berth.cli;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds the known word somebody meant. */
final class Nearest {
  private Nearest() {}

  /** The first of {@code known} that at most two edits make of {@code word}. */
  static Optional<String> to(String word, List<String> known) {
    return known.stream()
        .filter(each -> edits(word, each) <= 2)
        .min(Comparator.comparingInt(each -> edits(word, each)));
  }

  private static int edits(String from, String to) {
    int[] row = new int[to.length() + 1];
    for (int column = 0; column <= to.length(); column++) {
      row[column] = column;
    }
    for (int line = 1; line <= from.length(); line++) {
      int corner = row[0];
      row[0] = line;
      for (int column = 1; column <= to.length(); column++) {
        int change = corner + (from.charAt(line - 1) == to.charAt(column - 1) ? 0 : 1);
        corner = row[column];
        row[column] = Math.min(change, Math.min(row[column], row[column - 1]) + 1);
      }
    }
    return row[to.length()];
  }
}
