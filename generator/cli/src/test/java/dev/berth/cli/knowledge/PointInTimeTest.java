package dev.berth.cli.knowledge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What people write for a moment, an age and a size. */
class PointInTimeTest {

  private static final Clock NOON =
      Clock.fixed(Instant.parse("2026-11-21T12:00:00Z"), ZoneOffset.UTC);

  @Test
  void momentsAreReadAsTheyAreWritten() {
    assertEquals(Optional.of("2026-11-21T10:15:30.123Z"), moment("2026-11-21T10:15:30.123Z"));
    assertEquals(Optional.of("2026-11-21T10:15:00Z"), moment("2026-11-21T10:15Z"));
    assertEquals(Optional.of("2026-11-21T09:15:00Z"), moment("2026-11-21T10:15+01:00"));
    assertEquals(Optional.of("2026-11-21T00:00:00Z"), moment("2026-11-21"));
    assertEquals(Optional.of("2026-11-21T10:00:00Z"), moment("2h"));
    assertEquals(Optional.of("2026-11-18T12:00:00Z"), moment("3d"));
  }

  @Test
  void aNumberIsASnapshots() {
    assertEquals(42, PointInTime.parse("42", NOON).orElseThrow().number());
    assertEquals(0, PointInTime.parse("42s", NOON).orElseThrow().number());
  }

  @Test
  void nothingElseIsAMoment() {
    List.of(
            "",
            "0",
            "-1",
            "yesterday",
            "2026-13-01",
            "2026-11-21T10:15",
            "2 h",
            "1y",
            "99999999999")
        .forEach(each -> assertEquals(Optional.empty(), PointInTime.parse(each, NOON), each));
  }

  @Test
  void agesAreToldInTheirTwoLargestUnits() {
    assertEquals("59s", Age.words(Duration.ofSeconds(59)));
    assertEquals("1m 0s", Age.words(Duration.ofSeconds(60)));
    assertEquals("2h 5m", Age.words(Duration.ofMinutes(125)));
    assertEquals("3d 4h", Age.words(Duration.ofHours(76)));
    assertEquals("0s", Age.words(Duration.ofSeconds(-5)));
  }

  @Test
  void sizesAreRoundedToATenth() {
    assertEquals("0 B", Size.of(0));
    assertEquals("1023 B", Size.of(1023));
    assertEquals("1.0 KiB", Size.of(1024));
    assertEquals("1.5 KiB", Size.of(1536));
    assertEquals("1.0 MiB", Size.of((1L << 20) - 1));
    assertEquals("8192.0 PiB", Size.of(Long.MAX_VALUE));
  }

  private static Optional<String> moment(String text) {
    return PointInTime.parse(text, NOON).map(point -> point.moment().toString());
  }
}
