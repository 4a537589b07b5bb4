package dev.berth.cli.knowledge;

import dev.berth.cli.print.Wrapped;
import dev.berth.knowledge.work.Moved;
import java.util.ArrayList;
import java.util.List;

/** What became of a transfer, for people. */
public final class MovedText {

  /** As many names as fit a screen; JSON has more. */
  private static final int MOST_LISTED = 20;

  /**
   * A subcommand's words.
   *
   * @param verb such as {@code push}
   * @param done such as {@code Pushed}
   * @param same what is said when there is nothing to move
   */
  public record Words(String verb, String done, String same) {

    public static final Words PULL =
        new Words("pull", "Pulled", "Nothing to pull: this is the newest snapshot already.");
    public static final Words PUSH =
        new Words("push", "Pushed", "Nothing to push: the newest snapshot has it all.");
    public static final Words RESTORE =
        new Words("restore", "Restored", "Nothing to restore: the newest snapshot is the same.");
    public static final Words CLONE = new Words("clone", "Cloned", "Nothing to clone.");
    public static final Words SHARE =
        new Words("share", "Shared", "Nothing to share: the folder has it all.");
    public static final Words MOVE =
        new Words("move", "Moved", "Nothing to move: all of it is there already.");
  }

  private MovedText() {}

  /**
   * A head, what moved, which snapshot holds now, and what was left out.
   *
   * @param what what was moved, such as {@code support/customer}
   */
  public static List<String> lines(Words words, String what, Moved moved) {
    List<String> lines = new ArrayList<>(Wrapped.words("", head(words, what, moved)));
    if (moved.movedFiles() > 0 || moved.movedBytes() > 0) {
      boolean would = moved.result() == Moved.Result.WOULD_BE_DONE;
      lines.add(
          "%s %s, %s."
              .formatted(
                  would ? "To move:" : "Over the wire:",
                  Size.files(moved.movedFiles()),
                  Size.of(moved.movedBytes())));
    }
    if (moved.result() != Moved.Result.WOULD_BE_DONE) {
      moved.snapshot().map(SnapshotFacts::of).ifPresent(now -> lines.add(now.sentence()));
    }
    moved
        .beside()
        .map(SnapshotFacts::of)
        .ifPresent(
            copy ->
                lines.addAll(
                    Wrapped.words(
                        "",
                        "Kept beside %s: %s. Nothing is lost."
                            .formatted(
                                copy.parent() == 0 ? "the first" : "snapshot " + copy.parent(),
                                copy.holds()))));
    leftOut(moved, lines);
    if (moved.result() == Moved.Result.WOULD_BE_DONE) {
      lines.add("Nothing was changed.");
    }
    return lines;
  }

  private static String head(Words words, String what, Moved moved) {
    return switch (moved.result()) {
      case DONE -> "%s %s%s.".formatted(words.done(), what, counts(moved));
      case UNCHANGED -> words.same();
      case WOULD_BE_DONE -> "Would %s %s%s.".formatted(words.verb(), what, counts(moved));
      case LOCAL_IS_AHEAD ->
          "Nothing newer to pull: what is here and not pushed yet stays as it is.";
      case KEPT_BESIDE -> "Another writer was first: what it pushed stays as it is.";
    };
  }

  private static String counts(Moved moved) {
    return moved.added() + moved.changed() + moved.removed() == 0
        ? ""
        : ": %d new, %d changed, %d gone"
            .formatted(moved.added(), moved.changed(), moved.removed());
  }

  private static void leftOut(Moved moved, List<String> lines) {
    if (moved.leftOutCount() == 0) {
      return;
    }
    lines.add("Left out: %s.".formatted(Size.files(moved.leftOutCount())));
    List<MovedFacts.Left> listed =
        moved.leftOut().stream().limit(MOST_LISTED).map(MovedFacts.Left::of).toList();
    listed.forEach(
        each -> lines.addAll(Wrapped.pieces("  ", List.of(each.name(), each.why()), "  ")));
    long more = moved.leftOutCount() - listed.size();
    if (more > 0) {
      lines.add("  and %d more; see --format json".formatted(more));
    }
  }
}
