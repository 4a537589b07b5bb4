package dev.berth.cli.print;

import java.util.ArrayList;
import java.util.List;

/** Text laid out in lines of at most 80 columns; only a piece longer than that sticks out. */
public final class Wrapped {

  /** The columns of a line. */
  public static final int COLUMNS = 80;

  private Wrapped() {}

  /**
   * Lines that hold every piece whole.
   *
   * @param first begins the first line; the other lines are indented by its length
   * @param separator between pieces; a line that ends in one loses its trailing blanks
   */
  public static List<String> pieces(String first, List<String> pieces, String separator) {
    return pieces(first, " ".repeat(first.length()), pieces, separator);
  }

  /**
   * Lines that hold every piece whole.
   *
   * @param rest begins every line but the first
   */
  public static List<String> pieces(
      String first, String rest, List<String> pieces, String separator) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder(first);
    boolean fresh = true;
    for (int each = 0; each < pieces.size(); each++) {
      boolean last = each == pieces.size() - 1;
      String piece = pieces.get(each) + (last ? "" : separator);
      if (!fresh && line.length() + piece.stripTrailing().length() > COLUMNS) {
        lines.add(line.toString().stripTrailing());
        line = new StringBuilder(rest);
      }
      line.append(piece);
      fresh = false;
    }
    lines.add(line.toString().stripTrailing());
    return lines;
  }

  /** A sentence, broken between words. */
  public static List<String> words(String first, String text) {
    return pieces(first, List.of(text.split(" ")), " ");
  }

  /** {@code left} and, as far right as the columns go, {@code right}; two lines if they must. */
  public static List<String> ends(String left, String right) {
    int gap = COLUMNS - left.length() - right.length();
    return gap >= 2
        ? List.of(left + " ".repeat(gap) + right)
        : List.of(left, " ".repeat(Math.max(2, COLUMNS - right.length())) + right);
  }
}
