package dev.berth.knowledge.snapshot;

import dev.berth.knowledge.snapshot.Snapshot.Why;
import java.time.Duration;
import java.time.Instant;

/** Snapshots for tests. */
final class Snapshots {

  static final Instant START = Instant.parse("2026-11-21T10:15:30.123Z");
  static final String TREE = Sha256.of("tree".getBytes(java.nio.charset.StandardCharsets.UTF_8));

  private Snapshots() {}

  /** The snapshot of a number, pushed as many minutes after the start. */
  static Snapshot of(long number) {
    return of(number, 1);
  }

  /** The same of another writer, who has his own nonce. */
  static Snapshot of(long number, int writer) {
    return new Snapshot(
        number,
        number - 1,
        START.plus(Duration.ofMinutes(number)),
        "support-customer-" + hex(writer),
        Why.PUSH,
        TREE,
        10,
        12345,
        hex(writer * 1000L + number));
  }

  static Snapshot beside(long parent, String tree) {
    return new Snapshot(
        parent + 1, parent, START, "stale-" + hex(2), Why.PUSH, tree, 1, 2, hex(parent));
  }

  static String hex(long value) {
    return String.format(java.util.Locale.ROOT, "%032x", value);
  }
}
