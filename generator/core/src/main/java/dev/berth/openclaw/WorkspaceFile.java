package dev.berth.openclaw;

import java.nio.charset.StandardCharsets;

/**
 * A file of an agent's workspace that OpenClaw puts into the system prompt.
 *
 * @param name e.g. {@code SOUL.md}
 * @param characters in UTF-16 units, as JavaScript counts, without white space at the end
 * @param bytes of the whole file
 */
public record WorkspaceFile(String name, int characters, long bytes) {

  public static WorkspaceFile of(String name, byte[] content) {
    return new WorkspaceFile(
        name, characters(new String(content, StandardCharsets.UTF_8)), content.length);
  }

  /** A byte order mark is white space to JavaScript, and to Java it is not. */
  private static int characters(String text) {
    int end = text.length();
    while (end > 0 && white(text.charAt(end - 1))) {
      end--;
    }
    return end;
  }

  private static boolean white(char character) {
    return character == '\uFEFF'
        || character == '\t'
        || character == '\n'
        || character == '\u000B'
        || character == '\f'
        || character == '\r'
        || Character.isSpaceChar(character);
  }
}
