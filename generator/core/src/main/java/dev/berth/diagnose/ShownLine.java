package dev.berth.diagnose;

import dev.berth.source.Sources;
import java.util.List;
import java.util.Optional;

/** One line a user wrote, as a terminal may show it: secrets masked, too long a line cut. */
public final class ShownLine {

  private ShownLine() {}

  /**
   * Empty when there is no such line, or nothing on it.
   *
   * @param line 1-based
   * @param columns the most that are used, at least 20
   */
  public static Optional<String> of(Sources sources, String file, int line, int columns) {
    return sources
        .file(file)
        .map(found -> new ShownFile(found, List.of()))
        .filter(shown -> line >= 1 && shown.shows(line))
        .map(shown -> shown.line(line, columns));
  }
}
