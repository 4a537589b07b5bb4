package dev.berth.knowledge.crossing;

import dev.berth.diagnose.SecretScan;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Looks for secrets in bytes of any number and kind, a window at a time.
 *
 * <p>All secrets it knows are written in ASCII, so bytes are looked at as ISO-8859-1, which is
 * right for UTF-8 too; ASCII in UTF-16 is found as well. A window starts in the last words of the
 * one before it, so no secret of up to {@link #LONGEST_BYTES} hides on a border. What is
 * compressed, encrypted or encoded once more is not seen.
 */
public final class ContentScan {

  /** The longest secret that is found wherever it lies; half as many characters in UTF-16. */
  public static final int LONGEST_BYTES = 64 * 1024;

  private static final int WINDOW_BYTES = 4 * LONGEST_BYTES;

  /** Longer than the first line of a private key, which has spaces, in UTF-16. */
  private static final int LONGEST_LINE_BYTES = 256;

  private static final byte[] SQLITE =
      "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII); // https://sqlite.org/fileformat.html

  private final byte[] start = new byte[SQLITE.length];
  private int startLength;
  private byte[] window = new byte[8 * 1024];
  private int length;
  private int scanned;
  private boolean found;

  /** Looks at the bytes that follow. */
  public void update(byte[] bytes, int offset, int count) {
    int head = Math.min(count, start.length - startLength);
    System.arraycopy(bytes, offset, start, startLength, head);
    startLength += head;
    int from = offset;
    int end = offset + count;
    while (from < end && !found) {
      int part = Math.min(end - from, WINDOW_BYTES - length);
      reserve(length + part);
      System.arraycopy(bytes, from, window, length, part);
      length += part;
      from += part;
      if (length == WINDOW_BYTES) {
        scan();
        slide();
      }
    }
  }

  /** Whether anything so far looks like a secret. */
  public boolean foundSecret() {
    if (!found && scanned < length) {
      scan();
    }
    return found;
  }

  /** Whether a secret was seen already, without a look at the bytes that wait for a full window. */
  boolean isTripped() {
    return found;
  }

  /** Whether the bytes start as a SQLite database does. */
  public boolean isSqlite() {
    return startLength == SQLITE.length && Arrays.equals(start, SQLITE);
  }

  private void reserve(int bytes) {
    if (bytes > window.length) {
      window = Arrays.copyOf(window, Math.min(WINDOW_BYTES, Math.max(bytes, 2 * window.length)));
    }
  }

  private void scan() {
    scanned = length;
    found =
        hasSecret(new String(window, 0, length, StandardCharsets.ISO_8859_1))
            || (hasNul() && hasSecret(withoutNuls()));
  }

  private static boolean hasSecret(String text) {
    return !SecretScan.find(text).isEmpty();
  }

  /** Keeps what may be the start of a secret: the last word, and the last short line. */
  private void slide() {
    int keep = wordStart(Math.max(0, length - LONGEST_LINE_BYTES));
    int from = Math.max(keep, length - LONGEST_BYTES);
    System.arraycopy(window, from, window, 0, length - from);
    length -= from;
    scanned = length;
  }

  private int wordStart(int end) {
    int at = end;
    while (at > 0 && !isSpace(window[at - 1])) {
      at--;
    }
    return at;
  }

  private static boolean isSpace(byte b) {
    return b == ' ' || b == '\n' || b == '\r' || b == '\t';
  }

  private boolean hasNul() {
    for (int i = 0; i < length; i++) {
      if (window[i] == 0) {
        return true;
      }
    }
    return false;
  }

  /** ASCII in UTF-16 of either order as plain ASCII; what is none of it ends a word. */
  private String withoutNuls() {
    StringBuilder text = new StringBuilder(length / 2);
    boolean wide = false;
    for (int i = 0; i < length; i++) {
      boolean ascii = window[i] > 0;
      boolean next = i + 1 < length && window[i + 1] == 0;
      if (ascii && (next || wide)) {
        text.append((char) window[i]);
      } else {
        text.append(' ');
      }
      wide = ascii && next;
      i += wide ? 1 : 0;
    }
    return text.toString();
  }
}
