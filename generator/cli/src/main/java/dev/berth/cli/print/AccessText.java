package dev.berth.cli.print;

import java.util.ArrayList;
import java.util.List;

/** One permission for people: what it is, and at the right the line that asked for it. */
final class AccessText {

  private static final String INDENT = "  ";
  private static final String FURTHER = " ".repeat(6);

  private AccessText() {}

  /** On one line if it fits there; otherwise the line that asked for it goes below. */
  static List<String> row(List<String> words, AccessFacts row) {
    String origin = row.from() + (row.why().isEmpty() ? "" : ", " + row.why());
    String line = INDENT + String.join(" ", words);
    if (line.length() + 2 + origin.length() <= Wrapped.COLUMNS) {
      return Wrapped.ends(line, origin);
    }
    List<String> lines = new ArrayList<>(Wrapped.pieces(INDENT, FURTHER, words, " "));
    int start = Math.max(FURTHER.length(), Wrapped.COLUMNS - origin.length());
    lines.addAll(Wrapped.words(" ".repeat(start), origin));
    return lines;
  }

  /** Who may do what with {@code resource}, which is not named again. */
  static List<String> who(AccessFacts row, String resource) {
    return List.of(
        row.who(),
        "may " + row.may(),
        row.on().equals(resource) ? "it" : row.on(),
        "(%s)".formatted(row.through()));
  }
}
