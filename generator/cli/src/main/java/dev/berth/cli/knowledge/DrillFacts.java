package dev.berth.cli.knowledge;

import dev.berth.cli.print.Wrapped;
import dev.berth.knowledge.snapshot.Snapshot;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of a drill: the shape of {@code berth knowledge drill --format json}.
 *
 * @param format names this shape and its version; keys are added, never renamed or dropped, without
 *     a new one
 * @param agent {@code team/agent}
 * @param store a URL
 * @param verdict {@code sound}, {@code damaged}, {@code absent} or {@code too-old}
 * @param snapshot the one that was restored; null when there is none
 * @param newestAgeSeconds how long ago the newest snapshot was made; 0 when there is none
 * @param milliseconds how long restoring and checking took
 * @param files how many came back right
 * @param bytes what those hold
 * @param problems the first hundred, a sentence each
 * @param home what differs in the home that was named; null when none was
 * @param kept the scratch folder; empty text when it was removed
 */
public record DrillFacts(
    String format,
    String agent,
    String store,
    String verdict,
    @Nullable SnapshotFacts snapshot,
    long newestAgeSeconds,
    long milliseconds,
    long files,
    long bytes,
    List<String> problems,
    @Nullable Home home,
    String kept) {

  public static final String SOUND = "sound";
  public static final String DAMAGED = "damaged";
  public static final String ABSENT = "absent";
  public static final String TOO_OLD = "too-old";

  private static final String FORMAT = "berth-knowledge-drill/1";

  /** How many files of a home are new, changed and gone since the snapshot. */
  public record Home(long added, long changed, long removed) {}

  /** There is no snapshot to restore. */
  public static DrillFacts absent(String agent, String store, String why) {
    return new DrillFacts(FORMAT, agent, store, ABSENT, null, 0, 0, 0, 0, List.of(why), null, "");
  }

  /**
   * A snapshot was restored, or could not be.
   *
   * @param tooOld whether the newest snapshot is older than it may be
   */
  public static DrillFacts of(
      String agent,
      String store,
      Snapshot snapshot,
      Duration newestAge,
      boolean tooOld,
      Duration took,
      RestoredFiles.Check check) {
    return new DrillFacts(
        FORMAT,
        agent,
        store,
        check.wrong() > 0 ? DAMAGED : tooOld ? TOO_OLD : SOUND,
        SnapshotFacts.of(snapshot),
        newestAge.toSeconds(),
        took.toMillis(),
        check.files(),
        check.bytes(),
        check.problems(),
        null,
        "");
  }

  /** The same beside what differs in a home. */
  public DrillFacts with(DiffFacts differs) {
    return new DrillFacts(
        format,
        agent,
        store,
        verdict,
        snapshot,
        newestAgeSeconds,
        milliseconds,
        files,
        bytes,
        problems,
        new Home(differs.added(), differs.changed(), differs.removed()),
        kept);
  }

  /** The same with a scratch folder that stays. */
  public DrillFacts keeping(String folder) {
    return new DrillFacts(
        format,
        agent,
        store,
        verdict,
        snapshot,
        newestAgeSeconds,
        milliseconds,
        files,
        bytes,
        problems,
        home,
        folder);
  }

  /** For people. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    if (snapshot != null) {
      lines.add(snapshot.sentence());
      lines.add(
          "  restored  %d of %s, %s, in %d.%d s"
              .formatted(
                  files,
                  Size.files(snapshot.files()),
                  Size.of(bytes),
                  milliseconds / 1000,
                  milliseconds / 100 % 10));
      lines.add("  newest    %s old".formatted(Age.words(Duration.ofSeconds(newestAgeSeconds))));
    }
    if (home != null) {
      lines.add(
          "  home      %d new, %d changed, %d gone since then"
              .formatted(home.added(), home.changed(), home.removed()));
    }
    problems.forEach(each -> lines.addAll(Wrapped.words("  wrong     ", each)));
    if (!kept.isEmpty()) {
      lines.add("  kept in   " + kept);
    }
    lines.add("%s: %s".formatted(agent, verdict.replace('-', ' ')));
    return lines;
  }
}
