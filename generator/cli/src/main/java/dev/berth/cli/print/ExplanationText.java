package dev.berth.cli.print;

import java.util.ArrayList;
import java.util.List;

/** An explanation for people: key, value and origin in columns. */
public final class ExplanationText {

  private static final int DEEPEST_COLUMN = 30;
  private static final int WIDEST_ORIGIN = 36;

  private ExplanationText() {}

  public static List<String> lines(Explanation explanation) {
    List<String> lines = new ArrayList<>();
    lines.add(explanation.agent() + " in " + explanation.environment());
    lines.add("");
    int column =
        Math.min(
            DEEPEST_COLUMN,
            explanation.values().stream().mapToInt(value -> value.key().length()).max().orElse(0)
                + 4);
    int origins =
        Wrapped.COLUMNS
            - explanation.values().stream()
                .mapToInt(value -> origin(value).length())
                .filter(width -> width <= WIDEST_ORIGIN)
                .max()
                .orElse(0);
    explanation.values().forEach(value -> lines.addAll(value(value, column, origins)));
    return lines;
  }

  private static List<String> value(Explanation.Value value, int column, int origins) {
    List<String> lines = new ArrayList<>();
    String key = "  " + value.key();
    if (key.length() + 2 > column) {
      lines.add(key);
      key = "";
    }
    String line = at(column, key) + value.value();
    int from = Math.min(origins, Wrapped.COLUMNS - origin(value).length());
    if (line.length() + 2 <= from) {
      lines.add(at(from, line) + origin(value));
      return lines;
    }
    if (line.length() <= Wrapped.COLUMNS) {
      lines.add(line);
    } else {
      lines.addAll(broken(at(column, key), value.value()));
    }
    lines.addAll(Wrapped.words(" ".repeat(Math.max(column, from)), origin(value)));
    return lines;
  }

  /** Broken between words, and an image before its digest, below the key if it must. */
  private static List<String> broken(String key, String value) {
    List<String> pieces = List.of(value.split("(?<=@)|(?<= )"));
    List<String> lines = Wrapped.pieces(key, pieces, "");
    if (lines.stream().allMatch(line -> line.length() <= Wrapped.COLUMNS)) {
      return lines;
    }
    List<String> below = new ArrayList<>();
    below.add(key.stripTrailing());
    below.addAll(Wrapped.pieces("      ", pieces, ""));
    return below;
  }

  private static String origin(Explanation.Value value) {
    return value.from() + (value.why().isEmpty() ? "" : ", " + value.why());
  }

  private static String at(int column, String text) {
    return text + " ".repeat(Math.max(0, column - text.length()));
  }
}
