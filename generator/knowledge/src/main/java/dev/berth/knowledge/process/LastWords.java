package dev.berth.knowledge.process;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;

/**
 * What becomes of a signal: the first asks the watch to stop and gives it so much time, a second
 * ends the process at once. Either is safe at any moment of a push: a push is one commit.
 */
final class LastWords {

  /** Kubernetes and systemd kill after 60 s; 10 s are left for the machine to be slow. */
  static final Duration PATIENCE = Duration.ofSeconds(50);

  private final StopSignal stop;
  private final Duration patience;
  private final Log log;
  private final IntConsumer end;
  private final CountDownLatch said = new CountDownLatch(1);
  private boolean asked;

  /**
   * @param end ends the process with an exit code, whatever else runs
   */
  LastWords(StopSignal stop, Duration patience, Log log, IntConsumer end) {
    this.stop = stop;
    this.patience = patience;
    this.log = log;
    this.end = end;
  }

  /** A signal of this number came. */
  void hear(int signal) {
    if (second()) {
      log.warn("a second signal: ending without the last push");
      end.accept(128 + signal);
      return;
    }
    log.info("stopping: the last push has " + patience.toSeconds() + " s");
    stop.ask();
    Thread late = new Thread(this::late, "last-words");
    late.setDaemon(true);
    late.start();
  }

  /** The watch came to its end. */
  void said() {
    said.countDown();
  }

  private synchronized boolean second() {
    boolean before = asked;
    asked = true;
    return before;
  }

  private void late() {
    try {
      if (!said.await(patience.toNanos(), TimeUnit.NANOSECONDS)) {
        log.error(
            "the last push did not end within " + patience.toSeconds() + " s",
            "what was pushed before is whole; the rest is in the working copy and goes with the"
                + " next push");
        end.accept(Exit.STORE);
      }
    } catch (InterruptedException ending) {
      Thread.currentThread().interrupt();
    }
  }
}
