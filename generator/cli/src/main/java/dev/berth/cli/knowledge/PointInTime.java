package dev.berth.cli.knowledge;

import dev.berth.knowledge.snapshot.Repository;
import dev.berth.knowledge.snapshot.Snapshot;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * Which snapshot a command line means: by its number, or as the newest one of a moment.
 *
 * @param text as it was written
 * @param number from 1 on; 0 when a moment was written
 * @param moment {@link Instant#MIN} when a number was written
 */
public record PointInTime(String text, long number, Instant moment) {

  /** Shown to users, so it must be true of {@link #parse}. */
  public static final String RULE =
      "a number such as 42, a moment such as 2026-11-21T10:15Z, a day such as 2026-11-21 (as it"
          + " begins, in UTC), or an age such as 2h or 3d";

  /**
   * Empty when {@code text} breaks {@link #RULE}.
   *
   * @param clock ages are counted from its now
   */
  public static Optional<PointInTime> parse(String text, Clock clock) {
    if (text.matches("[1-9][0-9]{0,9}")) {
      return Optional.of(new PointInTime(text, Long.parseLong(text), Instant.MIN));
    }
    return Age.parse(text)
        .map(age -> clock.instant().minus(age))
        .or(() -> written(text))
        .map(moment -> new PointInTime(text, 0, moment));
  }

  private static Optional<Instant> written(String text) {
    try {
      return Optional.of(
          text.length() == "2026-11-21".length()
              ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
              : OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeParseException other) {
      return Optional.empty();
    }
  }

  /** The snapshot it means; empty when there was none. */
  public Optional<Snapshot> in(Repository repository) throws IOException {
    return number > 0 ? repository.find(number) : repository.newestAt(moment);
  }

  /** {@code there is no snapshot 42}, or what else is the matter when {@link #in} finds none. */
  public String absent() {
    return number > 0 ? "there is no snapshot " + number : "there was no snapshot yet at " + moment;
  }
}
