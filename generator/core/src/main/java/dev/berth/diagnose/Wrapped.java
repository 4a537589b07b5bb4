package dev.berth.diagnose;

/** A sentence in lines of at most so many terminal columns; a longer word keeps a line alone. */
final class Wrapped {

  private Wrapped() {}

  /**
   * @param indent put before every line but the first
   */
  static String of(String text, String indent, int columns) {
    StringBuilder lines = new StringBuilder();
    int used = 0;
    boolean first = true;
    for (String word : text.split(" ", -1)) {
      int width = Cells.width(word);
      if (!first && used + 1 + width > columns) {
        lines.append('\n').append(indent);
        used = indent.length();
      } else if (!first) {
        lines.append(' ');
        used++;
      }
      lines.append(word);
      used += width;
      first = false;
    }
    return lines.toString();
  }
}
