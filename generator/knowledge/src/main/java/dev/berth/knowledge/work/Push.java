package dev.berth.knowledge.work;

import dev.berth.knowledge.snapshot.Repository;
import dev.berth.knowledge.snapshot.Snapshot;
import dev.berth.knowledge.work.Commit.Proposal;
import dev.berth.knowledge.work.Moved.Result;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;

/** One push of one working copy. */
record Push(Repository repository, Surroundings around, WorkingCopy copy, LocalState state) {

  /**
   * @param why what the snapshot will say made it
   */
  Moved run(Snapshot.Why why, boolean evenTiny) throws IOException, Refused {
    Basis basis = Basis.of(repository, state);
    boolean first = basis.isFirst(state.writer());
    guard(basis, first, evenTiny);
    String indexed = basis.index(repository, state);
    Tally tally = new Tally();
    Upload.Stored stored =
        Upload.run(
            copy,
            state,
            repository,
            around,
            indexed,
            basis.newest().map(Snapshot::tree).orElse(""),
            tally);
    Optional<Snapshot> same = basis.newest().filter(newest -> newest.tree().equals(stored.tree()));
    // Who never was a writer here may start from what is there; who was fenced off may not.
    if (same.isPresent() && (first || basis.number() == 0)) {
      remember(same.get().number());
      return moved(tally, Result.UNCHANGED, same, Optional.empty(), stored);
    }
    if (basis.newest().isEmpty() && tally.nothing()) {
      return moved(tally, Result.UNCHANGED, Optional.empty(), Optional.empty(), stored);
    }
    if (first) {
      Optional<Snapshot> next =
          new Commit(repository, around).follow(basis.newest(), writer(), why, proposal(stored));
      if (next.isPresent()) {
        remember(next.get().number());
        return moved(tally, Result.DONE, next, Optional.empty(), stored);
      }
    }
    boolean nothingToKeep = same.isPresent() || stored.tree().isEmpty();
    return moved(
        tally,
        Result.KEPT_BESIDE,
        repository.newest(),
        nothingToKeep ? Optional.empty() : Optional.of(beside(basis, stored)),
        stored);
  }

  /** What a push would do; sends nothing. */
  Moved rehearse(boolean evenTiny) throws IOException, Refused {
    Basis basis = Basis.of(repository, state);
    boolean first = basis.isFirst(state.writer());
    guard(basis, first, evenTiny);
    basis.index(repository, state);
    Count count = Count.of(copy, state, around, Set.of());
    return count
        .tally()
        .moved(
            count.tally().nothing() ? Result.UNCHANGED : Result.WOULD_BE_DONE,
            basis.newest(),
            Optional.empty(),
            count.newFiles(),
            count.newBytes());
  }

  private void guard(Basis basis, boolean first, boolean evenTiny) throws IOException, Refused {
    if (first && !evenTiny && basis.newest().isPresent()) {
      TinyWorkspace.measure(copy)
          .refuse(basis.newest().get(), "if that is meant, push once with --even-if-tiny");
    }
  }

  private Snapshot beside(Basis basis, Upload.Stored stored) throws IOException {
    Optional<Snapshot> parent =
        basis.number() == 0 ? Optional.empty() : repository.find(basis.number());
    return new Commit(repository, around).beside(parent, writer(), proposal(stored));
  }

  private static Proposal proposal(Upload.Stored stored) {
    return new Proposal(stored.tree(), stored.files(), stored.bytes());
  }

  private String writer() throws IOException {
    Optional<String> known = state.writer();
    if (known.isEmpty()) {
      // Before its first record: a push that dies after its commit must know it for its own.
      state.writer(around.freshWriter());
    }
    return state.writer().orElseThrow();
  }

  private void remember(long number) throws IOException {
    state.base(new LocalState.Base(number, repository.store().url()));
  }

  private static Moved moved(
      Tally tally,
      Result result,
      Optional<Snapshot> snapshot,
      Optional<Snapshot> beside,
      Upload.Stored stored) {
    return tally.moved(result, snapshot, beside, stored.sentFiles(), stored.sentBytes());
  }
}
