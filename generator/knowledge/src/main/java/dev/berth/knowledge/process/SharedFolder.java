package dev.berth.knowledge.process;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A folder that several agents read.
 *
 * @param name the folder's name below {@code shared/}: as a Kubernetes label may be, at most 63
 *     characters
 * @param url the store that holds it
 */
record SharedFolder(String name, String url) {

  private static final Pattern WRITTEN =
      Pattern.compile("([a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)=(\\S+)");

  /** Reads {@code NAME=URL}; empty when it is not written so. */
  static Optional<SharedFolder> parse(String written) {
    var match = WRITTEN.matcher(written);
    return match.matches()
        ? Optional.of(new SharedFolder(match.group(1), match.group(2)))
        : Optional.empty();
  }
}
