package dev.berth.knowledge.work;

import dev.berth.knowledge.crossing.LeftOut;
import dev.berth.knowledge.snapshot.Snapshot;
import java.util.List;
import java.util.Optional;

/**
 * What became of a pull, a push or one of their kin.
 *
 * @param snapshot the one that holds now; of a dry run the one before. Empty when the store has
 *     none
 * @param beside the copy that was kept beside, if there was one to keep
 * @param added files that are new where they went
 * @param changed files whose bytes or mode are new
 * @param removed files that are gone
 * @param movedFiles how many files' content went over the wire
 * @param movedBytes what went over the wire: content, tree nodes and records
 * @param leftOut what did not cross, at most {@link #MOST_LEFT_OUT} of them by name
 * @param leftOutCount all of them
 */
public record Moved(
    Result result,
    Optional<Snapshot> snapshot,
    Optional<Snapshot> beside,
    long added,
    long changed,
    long removed,
    long movedFiles,
    long movedBytes,
    List<LeftOut> leftOut,
    long leftOutCount) {

  /** As many names as a person reads, and as memory holds without growing with the files. */
  public static final int MOST_LEFT_OUT = 100;

  /** How it ended. */
  public enum Result {
    /** The other side has it now. */
    DONE,
    /** There was nothing to move. */
    UNCHANGED,
    /** A dry run: it would have been done. */
    WOULD_BE_DONE,
    /** Pull only: the working copy is newer than the newest snapshot, so it was left as it is. */
    LOCAL_IS_AHEAD,
    /** Push only: another writer was first; this copy is kept beside and nothing is lost. */
    KEPT_BESIDE
  }
}
