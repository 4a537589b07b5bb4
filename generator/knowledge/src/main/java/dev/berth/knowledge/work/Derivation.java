package dev.berth.knowledge.work;

import dev.berth.knowledge.crossing.KnowledgePath;
import dev.berth.knowledge.snapshot.Repository;
import dev.berth.knowledge.snapshot.Snapshot;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
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
    return derive(
        path -> !OWN.contains(path) && matcher.matches(ROOT.relativize(path.under(ROOT))),
        Snapshot.Why.SHARE,
        dryRun);
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
      new Download(fresh, 0777, Progress.NONE).run(from, source.tree(), wanted);
      lay(fresh, home);
      Push push = new Push(to, around, copy, state);
      return dryRun ? push.rehearse(true) : push.run(why, true);
    } finally {
      Swap.delete(home);
    }
  }

  /** Puts each file where it belongs, over the one of its name. */
  private static void lay(Path fresh, Path home) throws IOException {
    try (var files = Files.walk(fresh)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Path place = home.resolve(fresh.relativize(file));
        if (Files.isDirectory(file)) {
          Files.createDirectories(place);
        } else {
          Files.move(file, place, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        }
      }
    }
  }
}
