package dev.berth.knowledge.work;

import dev.berth.knowledge.snapshot.Repository;
import dev.berth.knowledge.snapshot.Snapshot;
import dev.berth.knowledge.work.Moved.Result;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** One agent's knowledge: its repository, and everything that may be done with it. */
public final class Knowledge {

  private final Repository repository;
  private final Surroundings around;

  public Knowledge(Repository repository, Surroundings around) {
    this.repository = repository;
    this.around = around;
  }

  /**
   * Makes the working copy what the newest snapshot is, whole or not at all. What was not pushed is
   * never lost: if nothing newer is in the store it stays as it is, and otherwise it is kept beside
   * first.
   *
   * @param claim whether this working copy becomes the one writer, which fences off all others
   * @throws Refused see {@link Refused.Code}; nothing was changed
   * @throws IOException when the store or the disk fails; the working copy is what it was
   */
  public Moved pull(WorkingCopy copy, boolean claim, boolean dryRun) throws IOException, Refused {
    try (LocalState state = open(copy)) {
      return new Pull(repository, around, copy, state).run(claim, dryRun);
    }
  }

  /**
   * Makes what has changed in the working copy the next snapshot. When another writer was first,
   * keeps it beside.
   *
   * @param evenTiny whether a workspace that is empty or suddenly tiny may replace the stored one
   * @throws Refused see {@link Refused.Code}; nothing was changed
   * @throws IOException when the store or the disk fails; the newest snapshot is what it was, and
   *     doing it again is safe
   */
  public Moved push(WorkingCopy copy, boolean evenTiny, boolean dryRun)
      throws IOException, Refused {
    try (LocalState state = open(copy)) {
      Push push = new Push(repository, around, copy, state);
      return dryRun ? push.rehearse(evenTiny) : push.run(Snapshot.Why.PUSH, evenTiny);
    }
  }

  private static LocalState open(WorkingCopy copy) throws IOException, Refused {
    LocalState state = LocalState.open(copy.home());
    try {
      Swap.recover(copy.home(), state);
      return state;
    } catch (IOException broken) {
      state.close();
      throw broken;
    }
  }

  /**
   * Makes an older snapshot, or a copy beside, the newest; nothing is copied and nothing is lost.
   *
   * @param wanted of this repository
   */
  public Moved restore(Snapshot wanted, boolean dryRun) throws IOException, Refused {
    Optional<Snapshot> done = Optional.empty();
    Snapshot newest = wanted;
    while (done.isEmpty()) {
      Optional<Snapshot> last = repository.newest();
      // A copy may be kept beside in a store whose snapshots somebody removed.
      if (last.isEmpty()) {
        throw new Refused(
            Refused.Code.NO_SNAPSHOT,
            "there is no snapshot in " + repository.store().url(),
            "push first");
      }
      newest = last.get();
      if (newest.why() == Snapshot.Why.MOVED) {
        throw Refused.moved(repository.store().url());
      }
      if (newest.tree().equals(wanted.tree())) {
        return plain(Result.UNCHANGED, newest);
      }
      if (dryRun) {
        return plain(Result.WOULD_BE_DONE, newest);
      }
      done =
          new Commit(repository, around)
              .follow(
                  Optional.of(newest),
                  around.freshWriter(),
                  Snapshot.Why.RESTORE,
                  Commit.Proposal.of(wanted));
    }
    return plain(Result.DONE, done.get());
  }

  /** Puts one snapshot into a folder that does not exist or is empty, and claims nothing. */
  public Moved materialize(Snapshot snapshot, Path folder) throws IOException, Refused {
    return new Mirror(repository, around).into(folder, snapshot);
  }

  /**
   * Makes a folder what the newest snapshot holds below {@code workspace/}, read-only: how a shared
   * folder comes down. Nothing is pushed from it.
   */
  public Moved mirror(Path folder) throws IOException, Refused {
    return new Mirror(repository, around).refresh(folder);
  }

  /**
   * Starts {@code target} from this one's newest snapshot, without what is another's own: its soul
   * and its configuration.
   *
   * @throws Refused when the target has knowledge already
   */
  public Moved cloneTo(Knowledge target, boolean dryRun) throws IOException, Refused {
    return new Derivation(repository, target.repository, around).clone(dryRun);
  }

  /**
   * Publishes the files of the newest snapshot that a glob matches into a shared folder: adds and
   * replaces, never removes.
   *
   * @param glob over plain names below {@code workspace/}, as in {@code notes/**}
   */
  public Moved shareWith(Knowledge folder, String glob, boolean dryRun)
      throws IOException, Refused {
    return new Derivation(repository, folder.repository, around).share(glob, dryRun);
  }

  /**
   * Copies every snapshot to {@code target}, compares both, and then closes this store for writers;
   * nothing is deleted here. Can be run again after it broke.
   */
  public Moved moveTo(Knowledge target, boolean dryRun) throws IOException, Refused {
    return new Relocation(repository, target.repository, around).run(dryRun);
  }

  public Repository repository() {
    return repository;
  }

  private static Moved plain(Result result, Snapshot snapshot) {
    return new Tally().moved(result, Optional.of(snapshot), Optional.empty(), 0, 0);
  }
}
