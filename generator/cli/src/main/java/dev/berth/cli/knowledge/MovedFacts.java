package dev.berth.cli.knowledge;

import dev.berth.knowledge.crossing.LeftOut;
import dev.berth.knowledge.work.Moved;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What became of a transfer: the shape of {@code berth knowledge pull --format json} and its kin.
 *
 * @param format names this shape and its version; keys are added, never renamed or dropped, without
 *     a new one
 * @param command the subcommand, such as {@code push}
 * @param agent {@code team/agent}
 * @param store a URL
 * @param result one of {@link Moved.Result}, as a word such as {@code kept-beside}
 * @param snapshot the one that holds now; null when the store has none
 * @param beside the copy that was kept beside; null when none was
 * @param leftOut at most 100 of them
 * @param leftOutCount all of them
 */
public record MovedFacts(
    String format,
    String command,
    String agent,
    String store,
    String result,
    @Nullable SnapshotFacts snapshot,
    @Nullable SnapshotFacts beside,
    long added,
    long changed,
    long removed,
    long movedFiles,
    long movedBytes,
    List<Left> leftOut,
    long leftOutCount) {

  private static final String FORMAT = "berth-knowledge-moved/1";

  /**
   * A file that did not cross.
   *
   * @param name for people
   * @param path the same, exactly: each byte that is no letter, digit or {@code -._~} is {@code
   *     %XX}
   * @param is a word of a fixed list, such as {@code secret}
   * @param why the same for people
   */
  public record Left(String name, String path, String is, String why) {

    static Left of(LeftOut left) {
      return new Left(
          left.path().shown(), left.path().text(), word(left.why()), left.why().words());
    }
  }

  public static MovedFacts of(String command, String agent, String store, Moved moved) {
    return new MovedFacts(
        FORMAT,
        command,
        agent,
        store,
        word(moved.result()),
        moved.snapshot().map(SnapshotFacts::of).orElse(null),
        moved.beside().map(SnapshotFacts::of).orElse(null),
        moved.added(),
        moved.changed(),
        moved.removed(),
        moved.movedFiles(),
        moved.movedBytes(),
        moved.leftOut().stream().map(Left::of).toList(),
        moved.leftOutCount());
  }

  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
