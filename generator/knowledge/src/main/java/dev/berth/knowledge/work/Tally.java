package dev.berth.knowledge.work;

import dev.berth.knowledge.crossing.LeftOut;
import dev.berth.knowledge.snapshot.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Counts what a transfer does. */
final class Tally {

  private long added;
  private long changed;
  private long removed;
  private long leftOut;
  private final List<LeftOut> named = new ArrayList<>();

  void changed(boolean isNew) {
    added += isNew ? 1 : 0;
    changed += isNew ? 0 : 1;
  }

  void removed() {
    removed++;
  }

  void leftOut(LeftOut what) {
    leftOut++;
    if (named.size() < Moved.MOST_LEFT_OUT) {
      named.add(what);
    }
  }

  /** The same difference, looked at from its other end. */
  Tally reversed() {
    Tally reversed = new Tally();
    reversed.added = removed;
    reversed.changed = changed;
    reversed.removed = added;
    reversed.keep(this);
    return reversed;
  }

  /** Takes over what did not cross. */
  void keep(Tally other) {
    leftOut = other.leftOut;
    named.addAll(other.named);
  }

  boolean nothing() {
    return added + changed + removed == 0;
  }

  Moved moved(
      Moved.Result result,
      Optional<Snapshot> snapshot,
      Optional<Snapshot> beside,
      long files,
      long bytes) {
    return new Moved(
        result,
        snapshot,
        beside,
        added,
        changed,
        removed,
        files,
        bytes,
        List.copyOf(named),
        leftOut);
  }
}
