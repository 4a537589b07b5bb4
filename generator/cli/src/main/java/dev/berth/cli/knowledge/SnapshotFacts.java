package dev.berth.cli.knowledge;

import dev.berth.knowledge.snapshot.Snapshot;
import java.util.Locale;

/**
 * One snapshot as programs read it.
 *
 * @param id what {@code --to} and {@code --at} take: its number, or the name of a copy beside
 * @param parent the number it follows; 0 for none
 * @param at in UTC, to the millisecond
 * @param why {@code push}, {@code beside}, {@code claim}, {@code restore}, {@code clone}, {@code
 *     share} or {@code moved}
 */
public record SnapshotFacts(
    String id,
    long number,
    long parent,
    String at,
    String why,
    String writer,
    long files,
    long bytes) {

  /** How much of a writer's random digits tells two writers of one name apart. */
  private static final int DIGITS_SHOWN = 8;

  /** {@code 42}, or {@code beside-1a2b3c4d}. */
  public static String id(Snapshot snapshot) {
    return snapshot.why() == Snapshot.Why.BESIDE
        ? "beside-" + snapshot.tree().substring(0, DIGITS_SHOWN)
        : String.valueOf(snapshot.number());
  }

  /** {@code snapshot 42}, or {@code copy beside-1a2b3c4d}. */
  public static String name(Snapshot snapshot) {
    return (snapshot.why() == Snapshot.Why.BESIDE ? "copy " : "snapshot ") + id(snapshot);
  }

  public static SnapshotFacts of(Snapshot snapshot) {
    return new SnapshotFacts(
        id(snapshot),
        snapshot.number(),
        snapshot.parent(),
        snapshot.at().toString(),
        snapshot.why().name().toLowerCase(Locale.ROOT),
        snapshot.writer(),
        snapshot.files(),
        snapshot.bytes());
  }

  /** {@code Snapshot 42 of 2026-11-21T10:15:30.123Z: 10 files, 12.1 KiB.} */
  String sentence() {
    return "Snapshot %d of %s: %s.".formatted(number, at, holds());
  }

  /** {@code 10 files, 12.1 KiB}. */
  String holds() {
    return Size.files(files) + ", " + Size.of(bytes);
  }

  /** The writer with the first of its random digits: {@code support-customer-1a2b3c4d}. */
  String writerShown() {
    int dash = writer.lastIndexOf('-');
    return writer.substring(0, Math.min(writer.length(), dash + 1 + DIGITS_SHOWN));
  }
}
