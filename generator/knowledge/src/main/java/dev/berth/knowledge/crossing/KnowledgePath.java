package dev.berth.knowledge.crossing;

import dev.berth.diagnose.SecretScan;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * The name of a file in an agent's knowledge, byte for byte, as text: {@code workspace/notes.md}.
 *
 * <p>A file name on Linux is bytes, of any encoding or none. The text holds each byte that is a
 * letter, a digit or one of {@code - . _ ~} as it is and every other as {@code %XX}, upper case, so
 * it is ASCII, has no separator but {@code /}, and two names are one only if their bytes are.
 *
 * @param text parts joined by single slashes, none empty, {@code .} or {@code ..}; no NUL
 */
public record KnowledgePath(String text) implements Comparable<KnowledgePath> {

  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  /** What Linux allows for one part, in bytes (limits.h, NAME_MAX). */
  static final int LONGEST_PART_BYTES = 255;

  /** What Linux allows for a whole path, in bytes (limits.h, PATH_MAX, less its NUL). */
  static final int LONGEST_BYTES = 4095;

  /**
   * @throws IllegalArgumentException when {@code text} is no such name, as one that was tampered
   *     with may be
   */
  public KnowledgePath {
    int bytes = 0;
    for (String part : text.split("/", -1)) {
      int length = bytesOf(part);
      if (length < 1 || length > LONGEST_PART_BYTES || part.equals(".") || part.equals("..")) {
        // Never quoted: it was not checked, and may hold anything.
        throw new IllegalArgumentException("not the name of a file");
      }
      bytes += length + 1;
    }
    if (bytes - 1 > LONGEST_BYTES) {
      throw new IllegalArgumentException("a name longer than " + LONGEST_BYTES + " bytes");
    }
  }

  /** The name whose parts are written in plain letters, such as {@code workspace/SOUL.md}. */
  public static KnowledgePath of(String plain) {
    StringBuilder text = new StringBuilder();
    for (byte each : plain.getBytes(StandardCharsets.UTF_8)) {
      append(text, each, true);
    }
    return new KnowledgePath(text.toString());
  }

  /** One part's bytes as they are written in a name. */
  public static String part(byte[] bytes) {
    StringBuilder text = new StringBuilder(bytes.length);
    for (byte each : bytes) {
      append(text, each, false);
    }
    return text.toString();
  }

  /**
   * The name that {@code file} has below {@code root}, byte for byte in any locale.
   *
   * @throws IllegalArgumentException when it is not below, or its name is longer than a name may be
   */
  public static KnowledgePath within(Path root, Path file) {
    if (!file.startsWith(root) || file.equals(root)) {
      throw new IllegalArgumentException("not below its folder");
    }
    StringBuilder text = new StringBuilder();
    for (Path name : file.subpath(root.getNameCount(), file.getNameCount())) {
      text.append(text.length() == 0 ? "" : "/").append(FileName.encoded(name));
    }
    return new KnowledgePath(text.toString());
  }

  /** Where this file is when {@code root} holds it, byte for byte in any locale. */
  public Path under(Path root) {
    if (text.indexOf('%') < 0) {
      return root.resolve(text);
    }
    Path file = root;
    for (String part : text.split("/", -1)) {
      file = file.resolve(FileName.decoded(part));
    }
    return file;
  }

  /** The bytes of the whole name, {@code /} between parts. */
  public byte[] bytes() {
    byte[] bytes = new byte[text.length()];
    int length = 0;
    for (int i = 0; i < text.length(); i++) {
      boolean escaped = text.charAt(i) == '%';
      bytes[length++] =
          escaped
              ? (byte) Integer.parseInt(text.substring(i + 1, i + 3), 16)
              : (byte) text.charAt(i);
      i += escaped ? 2 : 0;
    }
    return Arrays.copyOf(bytes, length);
  }

  /**
   * For people: decoded where it is UTF-8 without control characters, else as it is; without what
   * looks like a secret.
   */
  public String shown() {
    String decoded = new String(bytes(), StandardCharsets.UTF_8);
    boolean plain =
        decoded.indexOf('\uFFFD') < 0
            && decoded.codePoints().noneMatch(c -> Character.isISOControl(c) || isHidden(c));
    return SecretScan.mask(plain ? decoded : text);
  }

  /** Whether the name itself has the shape of a password, key or token. */
  public boolean looksSecret() {
    return !SecretScan.find(new String(bytes(), StandardCharsets.ISO_8859_1)).isEmpty();
  }

  @Override
  public int compareTo(KnowledgePath other) {
    return text.compareTo(other.text);
  }

  @Override
  public String toString() {
    return shown();
  }

  private static boolean isHidden(int codePoint) {
    int type = Character.getType(codePoint);
    return type == Character.FORMAT
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR
        || type == Character.UNASSIGNED;
  }

  private static void append(StringBuilder text, byte each, boolean slashes) {
    char c = (char) (each & 0xff);
    if (isPlain(c) || (slashes && c == '/')) {
      text.append(c);
    } else {
      text.append('%').append(HEX.toHighHexDigit(c)).append(HEX.toLowHexDigit(c));
    }
  }

  private static boolean isPlain(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '-'
        || c == '.'
        || c == '_'
        || c == '~';
  }

  /** How many bytes a part stands for, or -1 when it is not written as {@link #part} writes it. */
  private static int bytesOf(String part) {
    int bytes = 0;
    for (int i = 0; i < part.length(); i++) {
      char c = part.charAt(i);
      if (c == '%') {
        if (i + 2 >= part.length() || !isHex(part.charAt(i + 1)) || !isHex(part.charAt(i + 2))) {
          return -1;
        }
        char meant = (char) Integer.parseInt(part.substring(i + 1, i + 3), 16);
        if (meant == 0 || meant == '/' || isPlain(meant)) {
          return -1;
        }
        i += 2;
      } else if (!isPlain(c)) {
        return -1;
      }
      bytes++;
    }
    return bytes;
  }

  private static boolean isHex(char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'F');
  }
}
