package dev.berth.knowledge.crossing;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * One part of a file's name, between a {@link Path} and the text of a {@link KnowledgePath}.
 *
 * <p>A path of the default file system holds bytes, but shows them only through the charset of the
 * locale, which loses what the charset does not know. Its {@code file:} URI shows them all.
 */
final class FileName {

  private FileName() {}

  /** The text of a single name. */
  static String encoded(Path name) {
    String shown = name.toString();
    // What is ASCII to the locale's charset was ASCII on disk: no need for the detour.
    return isAscii(shown)
        ? KnowledgePath.part(shown.getBytes(StandardCharsets.US_ASCII))
        : KnowledgePath.part(bytes(name));
  }

  /** The single name that {@code part} stands for. */
  static Path decoded(String part) {
    if (part.indexOf('%') < 0) {
      return Path.of(part);
    }
    Path file = Path.of(URI.create("file:///" + part));
    return file.getName(file.getNameCount() - 1);
  }

  /** How many bytes an encoded name stands for. */
  static int lengthBytes(String part) {
    int bytes = 0;
    for (int i = 0; i < part.length(); i += part.charAt(i) == '%' ? 3 : 1) {
      bytes++;
    }
    return bytes;
  }

  private static byte[] bytes(Path name) {
    String uri = Path.of("/").resolve(name).toUri().getRawPath();
    // The slash at the end is there when a folder of this very name happens to be at the root.
    int end = uri.endsWith("/") ? uri.length() - 1 : uri.length();
    byte[] bytes = new byte[end];
    int length = 0;
    for (int i = 1; i < end; i++) {
      boolean escaped = uri.charAt(i) == '%';
      bytes[length++] =
          escaped ? (byte) Integer.parseInt(uri.substring(i + 1, i + 3), 16) : (byte) uri.charAt(i);
      i += escaped ? 2 : 0;
    }
    return Arrays.copyOf(bytes, length);
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > 0x7f) {
        return false;
      }
    }
    return true;
  }
}
