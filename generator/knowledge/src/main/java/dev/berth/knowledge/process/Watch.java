package dev.berth.knowledge.process;

import dev.berth.knowledge.work.Moved;
import dev.berth.knowledge.work.Refused;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Pushes at its pace until it is asked to stop, and then once more.
 *
 * <p>Rounds run one after the other on the thread that calls {@link #run}: a push that is under way
 * when the program is asked to stop ends first, and the last push takes what changed since.
 */
final class Watch {

  private final AgentKnowledge knowledge;
  private final Rhythm rhythm;
  private final Clock clock;
  private final Stop stop;
  private final Log log;
  private final Report report;

  /** Written by the thread that runs alone. */
  private volatile Status status = Status.START;

  Watch(AgentKnowledge knowledge, Rhythm rhythm, Clock clock, Stop stop, Log log) {
    this.knowledge = knowledge;
    this.rhythm = rhythm;
    this.clock = clock;
    this.stop = stop;
    this.log = log;
    this.report = new Report(log);
  }

  /** How it is doing; may be asked from any thread. */
  Status status() {
    return status;
  }

  /** Returns, once asked to stop, how the last push ended: an exit code. */
  int run() {
    Duration wait = rhythm.first();
    log.info("watching: the first push is in " + wait.toSeconds() + " s");
    while (!stop.within(wait)) {
      Instant started = clock.instant();
      refresh();
      boolean pushed = push();
      wait =
          pushed
              ? rhythm.rest(Duration.between(started, clock.instant()))
              : rhythm.afterFailures(status.failuresInARow());
    }
    return push() ? Exit.DONE : Exit.STORE;
  }

  private boolean push() {
    try {
      Moved moved = knowledge.push();
      status = report.pushed(status, moved, clock.instant());
      return true;
    } catch (IOException | Refused | RuntimeException failed) {
      // A bug, too: the next round may be spared it, and a dead watch would push nothing at all.
      Failure failure = Failure.of(failed);
      status = status.failed();
      log.error(failure.sentence(), failure.mend());
      return false;
    }
  }

  private void refresh() {
    for (SharedFolder folder : knowledge.shared()) {
      try {
        report.refreshed(folder, knowledge.refresh(folder));
      } catch (IOException | Refused | RuntimeException failed) {
        // What was shared before is still there, and the agent's own files must be pushed.
        Failure failure = Failure.of(failed);
        log.warn(
            "shared folder " + folder.name() + " stays as it was: " + failure.sentence(),
            failure.mend());
      }
    }
  }
}
