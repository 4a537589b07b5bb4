package dev.berth.model;

/**
 * The line that asked for something.
 *
 * @param file path relative to the repository's root, or {@link #BUILT_IN}'s
 * @param line 1-based; 0 only for {@link #BUILT_IN}
 */
public record Origin(String file, int line) {

  /** For what Berth decides when nobody wrote it. */
  public static final Origin BUILT_IN = new Origin("built in", 0);

  /** {@code file:line}. */
  @Override
  public String toString() {
    return line == 0 ? file : file + ":" + line;
  }
}
