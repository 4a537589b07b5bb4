package dev.berth.source;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The lines of a file as every report counts them: ended by LF, CRLF or CR. */
public final class Lines {

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final String text;

  /** Where each line starts in {@link #text}, in UTF-16 units. */
  private final int[] starts;

  private Lines(String text, int[] starts) {
    this.text = text;
    this.starts = starts;
  }

  public static Lines of(String text) {
    int[] starts = new int[16];
    int count = 1;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean followed = i + 1 < text.length() && text.charAt(i + 1) == '\n';
      boolean ends = c == '\n' || (c == '\r' && !followed);
      if (ends) {
        if (count == starts.length) {
          starts = Arrays.copyOf(starts, 2 * count);
        }
        starts[count++] = i + 1;
      }
    }
    return new Lines(text, Arrays.copyOf(starts, count));
  }

  /** A file's lines without its byte order mark; bytes that are not UTF-8 show as U+FFFD. */
  public static Lines of(SourceFile file) {
    return of(withoutMark(new String(file.bytes(), StandardCharsets.UTF_8)));
  }

  /** {@code text} without the one byte order mark it may start with. */
  public static String withoutMark(String text) {
    return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
  }

  public String text() {
    return text;
  }

  /** At least 1; a text that ends with a line break has an empty last line. */
  public int count() {
    return starts.length;
  }

  /** A line without its line break; empty beyond the last one. */
  public String line(int number) {
    if (number > starts.length) {
      return "";
    }
    int end = number == starts.length ? text.length() : starts[number];
    int start = starts[number - 1];
    while (end > start && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
      end--;
    }
    return text.substring(start, end);
  }

  /** The place of the character at {@code index}, in UTF-16 units from the start of the text. */
  public SourcePoint point(String file, int index) {
    int line = lineAt(index);
    return new SourcePoint(file, line, text.codePointCount(starts[line - 1], index) + 1);
  }

  /** Where a line starts, in UTF-16 units from the start of the text. */
  public int start(int line) {
    return starts[line - 1];
  }

  private int lineAt(int index) {
    int found = Arrays.binarySearch(starts, index);
    return found >= 0 ? found + 1 : -found - 1;
  }
}
