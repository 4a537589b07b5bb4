package dev.berth.source;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** One file a user wrote: a path and the bytes found there, never interpreted. */
public final class SourceFile {

  private final String path;
  private final byte[] bytes;

  /**
   * @param path relative to the repository's root, with forward slashes
   */
  public SourceFile(String path, byte[] bytes) {
    this.path = path;
    this.bytes = bytes.clone();
  }

  /** A file holding {@code text} in UTF-8. */
  public static SourceFile of(String path, String text) {
    return new SourceFile(path, text.getBytes(StandardCharsets.UTF_8));
  }

  public String path() {
    return path;
  }

  public byte[] bytes() {
    return bytes.clone();
  }

  /** In bytes. */
  public int length() {
    return bytes.length;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SourceFile that
        && path.equals(that.path)
        && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return 31 * path.hashCode() + Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return path + " (" + bytes.length + " bytes)";
  }
}
