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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which snapshot a command line means: by its number, as the newest one of a moment, or as a copy
 * that was kept beside.
 *
 * @param text as it was written
 * @param number from 1 on; 0 when a moment was written
 * @param moment {@link Instant#MIN} when none was written
 * @param besideTree how the tree of a copy beside begins; empty when none was written
 */
public record PointInTime(String text, long number, Instant moment, String besideTree) {

  private static final Pattern BESIDE = Pattern.compile("beside-([0-9a-f]{8,64})");

  /** Shown to users, so it must be true of {@link #parse}. */
  public static final String RULE =
      "a number such as 42, a copy's name such as beside-1a2b3c4d, a moment such as"
          + " 2026-11-21T10:15Z, a day such as 2026-11-21 (as it begins, in UTC), or an age such as"
          + " 2h or 3d";

  /**
   * Empty when {@code text} breaks {@link #RULE}.
   *
   * @param clock ages are counted from its now
   */
  public static Optional<PointInTime> parse(String text, Clock clock) {
    if (text.matches("[1-9][0-9]{0,9}")) {
      return Optional.of(new PointInTime(text, Long.parseLong(text), Instant.MIN, ""));
    }
    Matcher beside = BESIDE.matcher(text);
    if (beside.matches()) {
      return Optional.of(new PointInTime(text, 0, Instant.MIN, beside.group(1)));
    }
    return Age.parse(text)
        .map(age -> clock.instant().minus(age))
        .or(() -> written(text))
        .map(moment -> new PointInTime(text, 0, moment, ""));
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
    if (!besideTree.isEmpty()) {
      return repository.beside().stream()
          .filter(copy -> copy.tree().startsWith(besideTree))
          .findFirst();
    }
    return number > 0 ? repository.find(number) : repository.newestAt(moment);
  }

  /** {@code there is no snapshot 42}, or what else is the matter when {@link #in} finds none. */
  public String absent() {
    if (!besideTree.isEmpty()) {
      return "there is no copy " + text;
    }
    return number > 0 ? "there is no snapshot " + number : "there was no snapshot yet at " + moment;
  }
}
