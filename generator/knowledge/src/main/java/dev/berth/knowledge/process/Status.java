package dev.berth.knowledge.process;

import java.time.Instant;
import java.util.Optional;

/**
 * How the watch is doing, as of one moment.
 *
 * @param lastPush when a push last ended well, also one with nothing to push or kept beside; empty
 *     when none has
 * @param snapshot the number that holds, 0 for none
 * @param fenced whether another writer has taken over, so that this copy goes beside
 * @param failuresInARow pushes that failed since the last one that ended well
 * @param failures pushes that failed since the program started
 * @param pushedBytes what went to the store since the program started
 * @param files in the newest snapshot of this writer
 * @param leftOut files that did not cross in the last push
 */
record Status(
    Optional<Instant> lastPush,
    long snapshot,
    boolean fenced,
    long failuresInARow,
    long failures,
    long pushedBytes,
    long files,
    long leftOut) {

  /** Before the first push. */
  static final Status START = new Status(Optional.empty(), 0, false, 0, 0, 0, 0, 0);

  /** After one more push that failed. */
  Status failed() {
    return new Status(
        lastPush, snapshot, fenced, failuresInARow + 1, failures + 1, pushedBytes, files, leftOut);
  }
}
