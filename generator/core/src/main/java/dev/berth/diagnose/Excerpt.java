package dev.berth.diagnose;

import java.util.ArrayList;
import java.util.List;

/**
 * One line of a file as a terminal may show it, and what is underlined in it: tabs are spaces,
 * characters that are not seen are escapes, secrets are masked, and a long line is cut around the
 * place.
 *
 * @param indent before the underlined part, in terminal columns
 * @param underlined in terminal columns, at least 1
 */
record Excerpt(String line, int indent, int underlined) {

  private static final String CUT = "...";
  private static final int TAB = 4;

  /** Something of the line and how it is shown; positions are UTF-16 units of the line. */
  private record Piece(String shown, int from, int to) {}

  /**
   * @param start of what is underlined, in UTF-16 units of the line
   * @param end exclusive
   * @param columns the most that are used, at least 20
   */
  static Excerpt of(String line, int start, int end, List<SecretScan.Secret> secrets, int columns) {
    int before = 0;
    int marked = 0;
    List<Piece> pieces = pieces(line, secrets);
    for (Piece piece : pieces) {
      int width = Cells.width(piece.shown());
      if (piece.to() <= start) {
        before += width;
      } else if (piece.from() < end) {
        marked += width;
      }
    }
    return cut(pieces, before, Math.max(1, marked), columns);
  }

  private static List<Piece> pieces(String line, List<SecretScan.Secret> secrets) {
    List<Piece> pieces = new ArrayList<>();
    int column = 0;
    int i = 0;
    while (i < line.length()) {
      int at = i;
      int character = line.codePointAt(i);
      int secretEnd =
          secrets.stream()
              .filter(it -> it.start() <= at && at < it.end())
              .mapToInt(SecretScan.Secret::end)
              .max()
              .orElse(0);
      String shown;
      if (secretEnd > 0) {
        shown = SecretScan.MASK;
        i = Math.min(line.length(), secretEnd);
      } else {
        shown = character == '\t' ? " ".repeat(TAB - column % TAB) : Cells.visible(character);
        i += Character.charCount(character);
      }
      pieces.add(new Piece(shown, at, i));
      column += Cells.width(shown);
    }
    return pieces;
  }

  private static Excerpt cut(List<Piece> pieces, int before, int marked, int columns) {
    int total = pieces.stream().mapToInt(piece -> Cells.width(piece.shown())).sum();
    // A third of the room stays for what stands before the place.
    int skip = total <= columns ? 0 : Math.max(0, before - columns / 3);
    StringBuilder line = new StringBuilder();
    int at = 0;
    int used = 0;
    int skipped = 0;
    for (Piece piece : pieces) {
      int width = Cells.width(piece.shown());
      if (at < skip) {
        skipped += width;
      } else {
        boolean last = at + width == total;
        int room = columns - (skipped > 0 ? CUT.length() : 0) - (last ? 0 : CUT.length());
        if (used + width > room) {
          line.append(CUT);
          break;
        }
        line.append(piece.shown());
        used += width;
      }
      at += width;
    }
    String start = skipped > 0 ? CUT : "";
    int indent = before - skipped + start.length();
    return new Excerpt(start + line, indent, Math.max(1, Math.min(marked, columns - indent)));
  }
}
