package dev.berth.knowledge.work;

import dev.berth.knowledge.crossing.KnowledgePath;
import dev.berth.knowledge.snapshot.Repository;
import dev.berth.knowledge.snapshot.Snapshot;
import dev.berth.knowledge.work.Moved.Result;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Makes a snapshot of one store from the files of another's. They go through a folder of this
 * machine and the same push as any other file, so whatever must not cross does not.
 */
record Derivation(Repository from, Repository to, Surroundings around) {

  /** What is an agent's own, and declared: a clone gets its own. */
  private static final Set<KnowledgePath> OWN =
      Set.of(KnowledgePath.of("workspace/SOUL.md"), KnowledgePath.of("openclaw.json"));

  private static final int MOST_TRIES = 10;

  private static final Path ROOT = Path.of("/");

  Moved clone(boolean dryRun) throws IOException, Refused {
    Optional<Snapshot> there = to.newest();
    if (there.filter(each -> each.files() > 0).isPresent()) {
      throw new Refused(
          Refused.Code.NOT_EMPTY,
          "%s holds %d files already".formatted(to.store().url(), there.get().files()),
          "clone to an agent that has no knowledge yet, or restore one of its own snapshots");
    }
    return derive(path -> !OWN.contains(path), Snapshot.Why.CLONE, dryRun);
  }

  Moved share(String glob, boolean dryRun) throws IOException, Refused {
    PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:workspace/" + glob);
    Predicate<KnowledgePath> wanted =
        path -> !OWN.contains(path) && matcher.matches(ROOT.relativize(path.under(ROOT)));
    Moved moved = derive(wanted, Snapshot.Why.SHARE, dryRun);
    // Many agents share into one folder: who came second adds to what the first one made.
    for (int tries = 1; tries < MOST_TRIES && moved.result() == Result.KEPT_BESIDE; tries++) {
      moved = derive(wanted, Snapshot.Why.SHARE, dryRun);
    }
    return moved;
  }

  private Moved derive(Predicate<KnowledgePath> wanted, Snapshot.Why why, boolean dryRun)
      throws IOException, Refused {
    Snapshot source =
        from.newest()
            .orElseThrow(
                () ->
                    new Refused(
                        Refused.Code.NO_SNAPSHOT,
                        "there is no snapshot in " + from.store().url(),
                        "push first"));
    Path home = Files.createTempDirectory("berth-knowledge");
    try (LocalState state = LocalState.open(home)) {
      WorkingCopy copy = WorkingCopy.at(home);
      new Pull(to, around, copy, state).run(false, false);
      Path fresh = Files.createDirectory(state.scratch("fresh"));
      new Download(fresh, 0777, Progress.NONE).run(from, source, wanted);
      try {
        lay(fresh, home);
      } catch (FileSystemException taken) {
        throw new Refused(
            Refused.Code.NAMES_COLLIDE,
            "a file of one has the name of a folder of the other: " + nameOf(taken.getFile()),
            "rename one of the two");
      }
      Push push = new Push(to, around, copy, state);
      return dryRun ? push.rehearse(true) : push.run(why, true);
    } finally {
      Swap.delete(home);
    }
  }

  private static String nameOf(String file) {
    return KnowledgePath.of(String.valueOf(Path.of(file).getFileName())).shown();
  }

  /** Puts each file where it belongs, over the one of its name. */
  private static void lay(Path fresh, Path home) throws IOException {
    try (var files = Files.walk(fresh)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Path place = home.resolve(fresh.relativize(file));
        if (Files.isDirectory(file)) {
          Files.createDirectories(place);
        } else {
          Files.move(file, place, StandardCopyOption.REPLACE_EXISTING);
        }
      }
    }
  }
}
