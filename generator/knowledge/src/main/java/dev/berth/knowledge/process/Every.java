package dev.berth.knowledge.process;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/** How often the program pushes, as it is written: {@code 15m}, {@code 90s}, {@code 1h}. */
final class Every {

  /** Shown to users, so it must be true of {@link #parse}. */
  static final String RULE = "a whole number of s, m or h, from 1s to 24h";

  private static final Duration LONGEST = Duration.ofHours(24);
  private static final Pattern WRITTEN = Pattern.compile("([0-9]{1,5})([smh])");

  private Every() {}

  /** Empty when {@code written} breaks {@link #RULE}. */
  static Optional<Duration> parse(String written) {
    var match = WRITTEN.matcher(written);
    if (!match.matches()) {
      return Optional.empty();
    }
    long amount = Long.parseLong(match.group(1));
    Duration every =
        switch (match.group(2)) {
          case "s" -> Duration.ofSeconds(amount);
          case "m" -> Duration.ofMinutes(amount);
          default -> Duration.ofHours(amount);
        };
    return every.isZero() || every.compareTo(LONGEST) > 0 ? Optional.empty() : Optional.of(every);
  }
}
