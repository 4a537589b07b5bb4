package dev.berth.knowledge.work;

import dev.berth.knowledge.snapshot.Repository;
import java.io.IOException;

/** One agent's knowledge: its repository, and everything that may be done with it. */
@SuppressWarnings("DoNotCallSuggester")
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
    throw new UnsupportedOperationException();
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
    throw new UnsupportedOperationException();
  }

  /** Makes an older snapshot the newest again; nothing is copied and nothing is lost. */
  public Moved restore(long number, boolean dryRun) throws IOException, Refused {
    throw new UnsupportedOperationException();
  }

  /** Puts one snapshot into a folder that does not exist or is empty, and claims nothing. */
  public Moved materialize(long number, java.nio.file.Path folder) throws IOException, Refused {
    throw new UnsupportedOperationException();
  }

  /**
   * Starts {@code target} from this one's newest snapshot, without what is another's own: its soul
   * and its configuration.
   *
   * @throws Refused when the target has knowledge already
   */
  public Moved cloneTo(Knowledge target, boolean dryRun) throws IOException, Refused {
    throw new UnsupportedOperationException();
  }

  /**
   * Publishes the files of the newest snapshot that a glob matches into a shared folder: adds and
   * replaces, never removes.
   *
   * @param glob over plain names below {@code workspace/}, as in {@code notes/**}
   */
  public Moved shareWith(Knowledge folder, String glob, boolean dryRun)
      throws IOException, Refused {
    throw new UnsupportedOperationException();
  }

  /**
   * Copies every snapshot to {@code target}, compares both, and then closes this store for writers;
   * nothing is deleted here. Can be run again after it broke.
   */
  public Moved moveTo(Knowledge target, boolean dryRun) throws IOException, Refused {
    throw new UnsupportedOperationException();
  }

  public Repository repository() {
    return repository;
  }

  Surroundings around() {
    return around;
  }
}
