package dev.berth.knowledge.work;

import dev.berth.knowledge.crossing.KnowledgePath;
import dev.berth.knowledge.snapshot.Difference;
import dev.berth.knowledge.snapshot.Repository;
import dev.berth.knowledge.snapshot.Snapshot;
import dev.berth.knowledge.snapshot.TreeWriter;
import dev.berth.knowledge.snapshot.Uploads;
import dev.berth.knowledge.work.Commit.Proposal;
import dev.berth.knowledge.work.Moved.Result;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One pull into one working copy. */
final class Pull {

  /** Another writer may be first each time; this often in a row is no accident any more. */
  private static final int MOST_TRIES = 10;

  private static final KnowledgePath CONFIGURATION = KnowledgePath.of("openclaw.json");

  private final Repository repository;
  private final Surroundings around;
  private final WorkingCopy copy;
  private final LocalState state;

  Pull(Repository repository, Surroundings around, WorkingCopy copy, LocalState state) {
    this.repository = repository;
    this.around = around;
    this.copy = copy;
    this.state = state;
  }

  Moved run(boolean claim, boolean dryRun) throws IOException, Refused {
    for (int tries = 0; tries < MOST_TRIES; tries++) {
      Optional<Moved> done = attempt(claim, dryRun);
      if (done.isPresent()) {
        return done.get();
      }
    }
    throw new Refused(
        Refused.Code.LOCKED,
        "other writers were first %d times in a row".formatted(MOST_TRIES),
        "find who else writes: berth knowledge log AGENT");
  }

  /** Empty when another writer claimed it first: what was looked at is out of date. */
  private Optional<Moved> attempt(boolean claim, boolean dryRun) throws IOException, Refused {
    Basis basis = Basis.of(repository, state);
    if (basis.newest().isEmpty()) {
      return start(claim && !dryRun);
    }
    Snapshot newest = basis.newest().get();
    basis.index(repository, state);
    // What was left out comes along when the workspace is replaced, so its names are kept.
    Path leftOut = state.scratch("left-out.new");
    Count local =
        Count.of(WorkingCopy.at(copy.home()), state, around, copy.declared().keySet(), leftOut);
    Step step = step(basis, newest, local);
    if (dryRun) {
      return Optional.of(rehearsed(step, basis, newest, local));
    }
    Optional<Snapshot> holds = claim ? claim(newest) : basis.newest();
    if (holds.isEmpty()) {
      return Optional.empty();
    }
    Optional<Snapshot> beside = step == Step.KEEP_THEN_FETCH ? keepBeside(basis) : Optional.empty();
    Moved moved =
        step == Step.NOTHING || step == Step.LEAVE
            ? local
                .tally()
                .moved(
                    step == Step.LEAVE ? Result.LOCAL_IS_AHEAD : Result.UNCHANGED,
                    holds,
                    Optional.empty(),
                    0,
                    0)
            : fetch(holds.get(), beside, comes(basis, newest, local), leftOut);
    state.base(new LocalState.Base(holds.get().number(), repository.store().url()));
    return Optional.of(moved);
  }

  private enum Step {
    /** Both are the same. */
    NOTHING,
    /** The local one is what comes next. */
    LEAVE,
    /** Nothing local is lost by it. */
    FETCH,
    /** Something local would be lost by it. */
    KEEP_THEN_FETCH
  }

  private Step step(Basis basis, Snapshot newest, Count local) throws IOException {
    boolean hasOwn = local.newFiles() > 0 || !isRecorded(basis);
    Step fetch = hasOwn ? Step.KEEP_THEN_FETCH : Step.FETCH;
    if (!basis.isCurrent()) {
      boolean same = basis.indexed().isEmpty() && local.tally().nothing();
      return same ? Step.NOTHING : fetch;
    }
    boolean pushed = basis.indexed().equals(Optional.of(newest.tree()));
    if (pushed && local.tally().nothing()) {
      return Step.NOTHING;
    }
    // A disk that lost its files is no newer state of them.
    return local.isTinyAgainst(newest) ? fetch : Step.LEAVE;
  }

  /**
   * Whether a record names what the index says is stored. A process that died between the two left
   * files that only this working copy can give a name.
   */
  private boolean isRecorded(Basis basis) throws IOException {
    // The tree of an empty store has no name.
    String indexed = basis.indexed().orElse("");
    if (indexed.isEmpty() || indexed.equals(basis.newest().orElseThrow().tree())) {
      return true;
    }
    Optional<Snapshot> base = repository.find(basis.number());
    return base.filter(each -> each.tree().equals(indexed)).isPresent()
        || repository.isBeside(base.map(Snapshot::number).orElse(0L), indexed)
        // Its commit was the last thing the process did.
        || repository
            .find(basis.number() + 1)
            .filter(each -> each.tree().equals(indexed))
            .isPresent();
  }

  private Moved rehearsed(Step step, Basis basis, Snapshot newest, Count local) throws IOException {
    Result result =
        switch (step) {
          case NOTHING -> Result.UNCHANGED;
          case LEAVE -> Result.LOCAL_IS_AHEAD;
          case FETCH, KEEP_THEN_FETCH -> Result.WOULD_BE_DONE;
        };
    boolean moves = result == Result.WOULD_BE_DONE;
    return (moves ? comes(basis, newest, local) : local.tally())
        .moved(
            result,
            Optional.of(newest),
            Optional.empty(),
            moves ? newest.files() : 0,
            moves ? newest.bytes() : 0);
  }

  /** What the newest snapshot changes here, beside what was last pushed or pulled. */
  private Tally comes(Basis basis, Snapshot newest, Count local) throws IOException {
    Optional<String> last =
        basis.indexed().filter(tree -> !tree.isEmpty() && !tree.equals(newest.tree()));
    if (last.isEmpty()) {
      return local.tally().reversed();
    }
    Tally tally = new Tally();
    tally.keep(local.tally());
    try {
      Iterator<Difference> differences = repository.differences(last.get(), newest.tree());
      while (differences.hasNext()) {
        Difference each = differences.next();
        if (each.after().isEmpty()) {
          tally.removed();
        } else {
          tally.changed(each.before().isEmpty());
        }
      }
    } catch (UncheckedIOException unread) {
      throw unread.getCause();
    }
    return tally;
  }

  /** The store is empty: there is nothing to pull, and a claim is its first snapshot. */
  private Optional<Moved> start(boolean claim) throws IOException {
    Tally tally = new Tally();
    if (!claim) {
      return Optional.of(tally.moved(Result.UNCHANGED, Optional.empty(), Optional.empty(), 0, 0));
    }
    TreeWriter.Tree empty;
    try (Uploads uploads = new Uploads(repository.store(), 1, bytes -> {})) {
      empty = new TreeWriter(uploads, Set.of()).finish();
      uploads.finish();
    }
    String writer = takeOver();
    Optional<Snapshot> first =
        new Commit(repository, around)
            .follow(Optional.empty(), writer, Snapshot.Why.CLAIM, new Proposal(empty.root(), 0, 0));
    if (first.isEmpty()) {
      return Optional.empty();
    }
    String url = repository.store().url();
    Index.write(state.index(), url, empty.root(), Collections.emptyIterator());
    state.base(new LocalState.Base(1, url));
    return Optional.of(tally.moved(Result.UNCHANGED, first, Optional.empty(), 0, 0));
  }

  private Optional<Snapshot> claim(Snapshot newest) throws IOException {
    return new Commit(repository, around)
        .follow(Optional.of(newest), takeOver(), Snapshot.Why.CLAIM, Proposal.of(newest));
  }

  /** A new name for the writer: whoever still uses the old one is another. */
  private String takeOver() throws IOException {
    String writer = around.freshWriter();
    state.writer(writer);
    return writer;
  }

  private Optional<Snapshot> keepBeside(Basis basis) throws IOException {
    Tally tally = new Tally();
    String indexed = basis.indexed().orElseGet(() -> basis.newest().orElseThrow().tree());
    Upload.Stored stored = Upload.run(copy, state, repository, around, indexed, indexed, tally);
    Optional<Snapshot> parent =
        basis.number() == 0 ? Optional.empty() : repository.find(basis.number());
    return Optional.of(
        new Commit(repository, around)
            .beside(
                parent,
                state.writer().orElseGet(around::freshWriter),
                new Proposal(stored.tree(), stored.files(), stored.bytes())));
  }

  private Moved fetch(Snapshot holds, Optional<Snapshot> beside, Tally tally, Path leftOut)
      throws IOException, Refused {
    Swap swap = Swap.begin(copy.home(), state);
    Download download = new Download(swap.staging(), 0777, around.progress());
    boolean staged = false;
    try {
      stage(holds, swap, download);
      Files.move(leftOut, swap.leftOut(), StandardCopyOption.REPLACE_EXISTING);
      staged = true;
    } finally {
      if (!staged) {
        // It may be what filled the disk.
        swap.cancel();
      }
    }
    swap.run();
    return tally.moved(Result.DONE, Optional.of(holds), beside, download.files(), download.bytes());
  }

  private void stage(Snapshot snapshot, Swap swap, Download download) throws IOException, Refused {
    Map<KnowledgePath, Path> declared = copy.declared();
    download.run(repository, snapshot, path -> !declared.containsKey(path));
    for (Map.Entry<KnowledgePath, Path> each : declared.entrySet()) {
      // Its place in the workspace is made, where it is mounted; the configuration has none there.
      if (!each.getKey().equals(CONFIGURATION)) {
        Path place = each.getKey().under(swap.staging());
        Files.createDirectories(place.getParent());
        Files.copy(each.getValue(), place);
      }
    }
    String tree = snapshot.tree();
    Index.write(swap.stagedIndex(), repository.store().url(), tree, repository.entries(tree));
  }
}
