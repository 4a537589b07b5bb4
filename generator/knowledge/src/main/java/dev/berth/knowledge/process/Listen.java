package dev.berth.knowledge.process;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where the endpoint listens.
 *
 * @param host a name or an address; one of version 6 without its brackets
 * @param port 0 for any that is free, to 65535
 */
record Listen(String host, int port) {

  private static final Pattern WRITTEN =
      Pattern.compile("(?:([A-Za-z0-9.-]+)|\\[([0-9A-Fa-f:.]+)]):([0-9]{1,5})");

  /** Reads {@code HOST:PORT}; empty when it is not written so. */
  static Optional<Listen> parse(String written) {
    var match = WRITTEN.matcher(written);
    if (!match.matches() || Integer.parseInt(match.group(3)) > 65_535) {
      return Optional.empty();
    }
    String host = match.group(1) == null ? match.group(2) : match.group(1);
    return Optional.of(new Listen(host, Integer.parseInt(match.group(3))));
  }

  @Override
  public String toString() {
    return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
  }
}
