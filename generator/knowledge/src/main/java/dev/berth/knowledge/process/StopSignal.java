package dev.berth.knowledge.process;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Asked once, by a signal; waited for by the watch. */
final class StopSignal implements Stop {

  private final CountDownLatch asked = new CountDownLatch(1);

  /** From here on nobody waits. */
  void ask() {
    asked.countDown();
  }

  @Override
  public boolean within(Duration duration) {
    try {
      return asked.await(duration.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      return true;
    }
  }
}
