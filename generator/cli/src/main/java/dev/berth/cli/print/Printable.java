package dev.berth.cli.print;

/** Text of others as a terminal may show it: nothing in it moves a cursor or turns a line round. */
public final class Printable {

  private static final int REPLACEMENT = 0xFFFD;

  private Printable() {}

  /** With the ends of its lines. */
  public static String lines(String text) {
    StringBuilder shown = new StringBuilder(text.length());
    text.codePoints()
        .map(each -> each == '\n' || each == '\t' || !moves(each) ? each : REPLACEMENT)
        .forEach(shown::appendCodePoint);
    return shown.toString();
  }

  /** On one line. */
  public static String line(String text) {
    return lines(text.replaceAll("\\s+", " ").strip());
  }

  private static boolean moves(int codePoint) {
    return Character.isISOControl(codePoint)
        || (codePoint >= 0x202A && codePoint <= 0x202E)
        || (codePoint >= 0x2066 && codePoint <= 0x2069)
        || codePoint == 0x2028
        || codePoint == 0x2029
        || codePoint == 0x200E
        || codePoint == 0x200F;
  }
}
