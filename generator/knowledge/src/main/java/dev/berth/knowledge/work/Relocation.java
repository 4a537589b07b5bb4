package dev.berth.knowledge.work;

import dev.berth.knowledge.snapshot.Repository;
import dev.berth.knowledge.snapshot.Snapshot;
import dev.berth.knowledge.store.Content;
import dev.berth.knowledge.store.ObjectStore;
import dev.berth.knowledge.work.Moved.Result;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Copies every object of a store to another, compares them, and closes the first for writers. */
final class Relocation {

  /** Records last: a reader of the target never sees a snapshot whose objects are not there. */
  private static final List<String> ORDER = List.of("objects/", "beside/", "snapshots/");

  private final Repository from;
  private final Repository to;
  private final Surroundings around;
  private long files;
  private long bytes;

  Relocation(Repository from, Repository to, Surroundings around) {
    this.from = from;
    this.to = to;
    this.around = around;
  }

  Moved run(boolean dryRun) throws IOException, Refused {
    Snapshot newest =
        from.newest()
            .orElseThrow(
                () ->
                    new Refused(
                        Refused.Code.NO_SNAPSHOT,
                        "there is nothing to move in " + from.store().url(),
                        "push first, or name the store with --store"));
    if (newest.why() == Snapshot.Why.MOVED) {
      return moved(Result.UNCHANGED, newest);
    }
    if (dryRun) {
      bytes = newest.bytes();
      files = newest.files();
      return moved(Result.WOULD_BE_DONE, newest);
    }
    Optional<Snapshot> closed = Optional.empty();
    while (closed.isEmpty()) {
      copyAll();
      Snapshot last = from.newest().orElseThrow();
      if (to.newest().equals(Optional.of(last))) {
        // Empty when a writer pushed meanwhile: then there is more to copy.
        closed =
            new Commit(from, around)
                .follow(
                    Optional.of(last),
                    around.freshWriter(),
                    Snapshot.Why.MOVED,
                    Commit.Proposal.of(last));
      }
    }
    return moved(Result.DONE, to.newest().orElseThrow());
  }

  private void copyAll() throws IOException, Refused {
    Path spool = Files.createTempFile("berth-move", ".object");
    try {
      for (String start : ORDER) {
        String after = "";
        List<String> page;
        do {
          page = from.store().list(start, after, ObjectStore.PAGE);
          for (String name : page) {
            copy(name, spool);
            after = name;
          }
        } while (page.size() == ObjectStore.PAGE);
      }
    } finally {
      Files.deleteIfExists(spool);
    }
  }

  private void copy(String name, Path spool) throws IOException, Refused {
    try (InputStream content = from.store().open(name)) {
      Files.copy(content, spool, StandardCopyOption.REPLACE_EXISTING);
    }
    long size = Files.size(spool);
    if (to.store().create(name, Content.of(spool, size))) {
      files++;
      bytes += size;
      around.progress().moved(1, size);
    }
    // Also when it was there: by an earlier move that broke, or as knowledge of another.
    compare(name, spool);
  }

  private void compare(String name, Path spool) throws IOException, Refused {
    try (InputStream there = to.store().open(name);
        InputStream here = Files.newInputStream(spool)) {
      byte[] mine = new byte[64 * 1024];
      int length;
      do {
        length = here.readNBytes(mine, 0, mine.length);
        byte[] theirs = there.readNBytes(mine.length);
        if (!Arrays.equals(mine, 0, length, theirs, 0, theirs.length)) {
          throw new Refused(
              Refused.Code.NOT_EMPTY,
              "%s holds another %s".formatted(to.store().url(), name),
              "move to a store that holds no knowledge yet");
        }
      } while (length == mine.length);
    }
  }

  private Moved moved(Result result, Snapshot snapshot) {
    return new Tally().moved(result, Optional.of(snapshot), Optional.empty(), files, bytes);
  }
}
