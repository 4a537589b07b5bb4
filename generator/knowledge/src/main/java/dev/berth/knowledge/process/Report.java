package dev.berth.knowledge.process;

import dev.berth.knowledge.crossing.LeftOut;
import dev.berth.knowledge.snapshot.Snapshot;
import dev.berth.knowledge.work.Moved;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells what became of each pull and push, and what it means for the status. */
final class Report {

  private final Log log;

  /** What was named last: the same names every quarter of an hour would bury everything else. */
  private List<LeftOut> named = List.of();

  Report(Log log) {
    this.log = log;
  }

  /** A pull of the agent's own knowledge ended. */
  void pulled(Moved moved) {
    String what =
        switch (moved.result()) {
          case LOCAL_IS_AHEAD ->
              "the working copy is newer than the newest snapshot: it stays as it is";
          case UNCHANGED ->
              moved.snapshot().isEmpty()
                  ? "the store holds no snapshot yet: the first push makes it"
                  : "nothing to pull: " + holds(moved);
          default -> "pulled " + holds(moved) + ": " + counts(moved);
        };
    log.info(what, numbers(moved));
    moved
        .beside()
        .ifPresent(copy -> log.warn("what was here and not pushed is kept beside: " + name(copy)));
    leftOut(moved);
  }

  /** A shared folder was refreshed. */
  void refreshed(SharedFolder folder, Moved moved) {
    if (moved.result() != Moved.Result.UNCHANGED) {
      log.info("shared folder " + folder.name() + ": " + counts(moved), numbers(moved));
    }
  }

  /**
   * A push ended well.
   *
   * @return the status after it
   */
  Status pushed(Status before, Moved moved, Instant at) {
    boolean fenced =
        switch (moved.result()) {
          case KEPT_BESIDE -> true;
          // Nothing new to keep beside does not make this writer the first again.
          case UNCHANGED -> before.fenced() || moved.beside().isPresent();
          default -> false;
        };
    if (moved.result() == Moved.Result.KEPT_BESIDE) {
      log.warn(
          "another writer was first: this copy is kept beside"
              + moved.beside().map(copy -> " as " + name(copy)).orElse(""),
          "stop this agent, or the other; berth knowledge log TEAM/AGENT shows both, and nothing is"
              + " lost");
    } else if (moved.result() == Moved.Result.UNCHANGED) {
      log.info("nothing to push: " + holds(moved), numbers(moved));
    } else {
      log.info("pushed " + holds(moved) + ": " + counts(moved), numbers(moved));
    }
    leftOut(moved);
    Optional<Snapshot> own = fenced ? moved.beside() : moved.snapshot();
    return new Status(
        Optional.of(at),
        moved.snapshot().map(Snapshot::number).orElse(before.snapshot()),
        fenced,
        0,
        before.failures(),
        before.pushedBytes() + moved.movedBytes(),
        own.map(Snapshot::files).orElse(before.files()),
        moved.leftOutCount());
  }

  private void leftOut(Moved moved) {
    List<LeftOut> now =
        moved.leftOut().stream().filter(file -> file.why() != LeftOut.Reason.NEVER).toList();
    if (!now.equals(named)) {
      now.forEach(file -> log.warn(file.path().shown() + " " + file.why().words() + ": left out"));
      named = now;
    }
  }

  private static String holds(Moved moved) {
    return moved.snapshot().map(Report::name).orElse("no snapshot");
  }

  private static String name(Snapshot snapshot) {
    return "snapshot " + snapshot.number() + " of " + snapshot.at();
  }

  private static String counts(Moved moved) {
    return moved.added()
        + " added, "
        + moved.changed()
        + " changed, "
        + moved.removed()
        + " removed, "
        + moved.movedBytes()
        + " bytes moved";
  }

  private static Map<String, Long> numbers(Moved moved) {
    return Map.of(
        "snapshot", moved.snapshot().map(Snapshot::number).orElse(0L),
        "added", moved.added(),
        "changed", moved.changed(),
        "removed", moved.removed(),
        "movedFiles", moved.movedFiles(),
        "movedBytes", moved.movedBytes(),
        "leftOut", moved.leftOutCount());
  }
}
