package dev.berth.cli.knowledge;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A stretch of time as people write it: {@code 15m}, {@code 2h}, {@code 3d}. */
public final class Age {

  /** Shown to users, so it must be true of {@link #parse}. */
  public static final String RULE = "a number and one of s, m, h, d or w, such as 15m, 2h or 3d";

  private static final Pattern LEGAL = Pattern.compile("([0-9]{1,6})([smhdw])");

  private static final Map<String, Duration> UNITS =
      Map.of(
          "s", Duration.ofSeconds(1),
          "m", Duration.ofMinutes(1),
          "h", Duration.ofHours(1),
          "d", Duration.ofDays(1),
          "w", Duration.ofDays(7));

  private Age() {}

  /** Empty when {@code text} breaks {@link #RULE}. */
  public static Optional<Duration> parse(String text) {
    Matcher legal = LEGAL.matcher(text);
    return legal.matches()
        ? Optional.of(
            Objects.requireNonNull(UNITS.get(legal.group(2)))
                .multipliedBy(Long.parseLong(legal.group(1))))
        : Optional.empty();
  }

  /** The two largest units that say something: {@code 3d 4h}, {@code 12m 5s}. */
  public static String words(Duration age) {
    long seconds = Math.max(0, age.toSeconds());
    if (seconds >= Duration.ofDays(1).toSeconds()) {
      return "%dd %dh".formatted(seconds / 86_400, seconds / 3_600 % 24);
    }
    if (seconds >= Duration.ofHours(1).toSeconds()) {
      return "%dh %dm".formatted(seconds / 3_600, seconds / 60 % 60);
    }
    return seconds >= 60 ? "%dm %ds".formatted(seconds / 60, seconds % 60) : seconds + "s";
  }
}
