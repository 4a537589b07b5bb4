package dev.berth.knowledge.work;

import dev.berth.knowledge.snapshot.Repository;
import dev.berth.knowledge.snapshot.Snapshot;
import dev.berth.knowledge.work.Moved.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/** Puts one snapshot into a folder that is read and never pushed. */
record Mirror(Repository repository, Surroundings around) {

  private static final String WORKSPACE = "workspace";

  /** Reading and, for scripts, running. */
  private static final int READ_ONLY = 0555;

  /**
   * Puts all of a snapshot into a folder that does not exist, or is empty.
   *
   * @throws Refused with {@link Refused.Code#NOT_EMPTY} when it holds something
   */
  Moved into(Path folder, Snapshot snapshot) throws IOException, Refused {
    if (Files.exists(folder)) {
      try (var held = Files.list(folder)) {
        if (held.findAny().isPresent()) {
          throw new Refused(
              Refused.Code.NOT_EMPTY,
              folder + " is not empty",
              "name a folder that does not exist yet");
        }
      }
    }
    Path partial = beside(folder, ".partial");
    Download download = fill(partial, snapshot, 0777);
    Files.deleteIfExists(folder);
    Files.move(partial, folder, StandardCopyOption.ATOMIC_MOVE);
    return moved(Result.DONE, snapshot, download.files(), download.bytes());
  }

  /**
   * Makes a folder what {@code workspace/} of the newest snapshot is, read-only. Its readers see
   * the old files or the new ones; without a snapshot it is empty.
   */
  Moved refresh(Path folder) throws IOException, Refused {
    Optional<Snapshot> newest = repository.newest();
    if (newest.isEmpty()) {
      Files.createDirectories(folder);
      return new Tally().moved(Result.UNCHANGED, newest, Optional.empty(), 0, 0);
    }
    Path tree = beside(folder, ".tree");
    String wanted = repository.store().url() + " " + newest.get().tree();
    if (Files.exists(folder) && Files.exists(tree) && Files.readString(tree).equals(wanted)) {
      return moved(Result.UNCHANGED, newest.get(), 0, 0);
    }
    Path partial = beside(folder, ".partial");
    Download download = fill(partial, newest.get(), READ_ONLY);
    Path old = beside(folder, ".old");
    Swap.delete(old);
    // Until it is whole again, nothing says which tree it is.
    Files.deleteIfExists(tree);
    if (Files.exists(folder)) {
      Files.move(folder, old, StandardCopyOption.ATOMIC_MOVE);
    }
    Files.createDirectories(partial.resolve(WORKSPACE));
    Files.move(partial.resolve(WORKSPACE), folder, StandardCopyOption.ATOMIC_MOVE);
    Files.writeString(tree, wanted);
    Swap.delete(old);
    Swap.delete(partial);
    return moved(Result.DONE, newest.get(), download.files(), download.bytes());
  }

  private Download fill(Path partial, Snapshot snapshot, int modeMask) throws IOException, Refused {
    Swap.delete(partial);
    Files.createDirectories(partial);
    Download download = new Download(partial, modeMask, around.progress());
    boolean whole = false;
    try {
      download.run(repository, snapshot, path -> true);
      whole = true;
    } finally {
      if (!whole) {
        Swap.delete(partial);
      }
    }
    return download;
  }

  /** A hidden neighbour: on the same disk, so that it can be put in place by a rename. */
  private static Path beside(Path folder, String suffix) {
    Path absolute = folder.toAbsolutePath().normalize();
    return absolute.resolveSibling("." + absolute.getFileName() + suffix);
  }

  private static Moved moved(Result result, Snapshot snapshot, long files, long bytes) {
    return new Tally().moved(result, Optional.of(snapshot), Optional.empty(), files, bytes);
  }
}
