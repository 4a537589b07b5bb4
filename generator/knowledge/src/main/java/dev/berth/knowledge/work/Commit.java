package dev.berth.knowledge.work;

import dev.berth.knowledge.snapshot.Repository;
import dev.berth.knowledge.snapshot.Snapshot;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Makes the records that follow what is there. */
record Commit(Repository repository, Surroundings around) {

  /** A tree that is to become a snapshot. */
  record Proposal(String tree, long files, long bytes) {

    static Proposal of(Snapshot snapshot) {
      return new Proposal(snapshot.tree(), snapshot.files(), snapshot.bytes());
    }
  }

  /**
   * Commits what follows {@code newest}.
   *
   * @return empty when another writer was first
   */
  Optional<Snapshot> follow(
      Optional<Snapshot> newest, String writer, Snapshot.Why why, Proposal what)
      throws IOException {
    Snapshot next = record(newest, writer, why, what);
    return repository.commit(next) ? Optional.of(next) : Optional.empty();
  }

  /** Keeps a copy beside that was made from {@code parent}. */
  Snapshot beside(Optional<Snapshot> parent, String writer, Proposal what) throws IOException {
    Snapshot copy = record(parent, writer, Snapshot.Why.BESIDE, what);
    repository.keepBeside(copy);
    return copy;
  }

  private Snapshot record(
      Optional<Snapshot> parent, String writer, Snapshot.Why why, Proposal what) {
    long number = parent.map(Snapshot::number).orElse(0L);
    Instant now = around.clock().instant().truncatedTo(ChronoUnit.MILLIS);
    // Clocks differ and go back; the order of snapshots never does.
    Instant at =
        parent.map(each -> each.at().plusMillis(1)).filter(least -> least.isAfter(now)).orElse(now);
    return new Snapshot(
        number + 1,
        number,
        at,
        writer,
        why,
        what.tree(),
        what.files(),
        what.bytes(),
        around.random().get());
  }
}
