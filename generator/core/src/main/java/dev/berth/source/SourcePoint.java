package dev.berth.source;

import java.util.Comparator;

/**
 * A place in a file a user wrote.
 *
 * @param file path relative to the repository's root, with forward slashes
 * @param line 1-based
 * @param column 1-based, in characters
 */
public record SourcePoint(String file, int line, int column) implements Comparable<SourcePoint> {

  private static final Comparator<SourcePoint> ORDER =
      Comparator.comparing(SourcePoint::file)
          .thenComparingInt(SourcePoint::line)
          .thenComparingInt(SourcePoint::column);

  public SourcePoint {
    if (line < 1 || column < 1) {
      throw new IllegalArgumentException(
          "lines and columns start at 1: " + file + ":" + line + ":" + column);
    }
  }

  /** For what is wrong with a file as a whole. */
  public static SourcePoint startOf(String file) {
    return new SourcePoint(file, 1, 1);
  }

  @Override
  public int compareTo(SourcePoint other) {
    return ORDER.compare(this, other);
  }

  /** {@code file:line:column}, as editors and terminals link it. */
  @Override
  public String toString() {
    return file + ":" + line + ":" + column;
  }
}
