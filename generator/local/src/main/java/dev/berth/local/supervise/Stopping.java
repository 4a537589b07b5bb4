package dev.berth.local.supervise;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A wish to stop, which somebody waits for; never taken back. */
final class Stopping {

  private boolean asked;
  private boolean woken;
  private long deadlineNanos;

  /**
   * From here on nobody waits.
   *
   * @param grace how long what runs may take to end; when asked again, the earlier end holds
   */
  synchronized void ask(Duration grace) {
    long deadline = System.nanoTime() + grace.toNanos();
    deadlineNanos = asked && deadlineNanos - deadline < 0 ? deadlineNanos : deadline;
    asked = true;
    wake();
  }

  synchronized boolean isAsked() {
    return asked;
  }

  /** How much is left of the grace it was asked with; this much when it was not asked. */
  synchronized Duration graceOr(Duration unasked) {
    return asked ? Duration.ofNanos(Math.max(0, deadlineNanos - System.nanoTime())) : unasked;
  }

  /** Wakes whoever waits. */
  synchronized void wake() {
    woken = true;
    notifyAll();
  }

  /** Waits so long, or until asked. */
  synchronized boolean within(Duration most) throws InterruptedException {
    long until = System.nanoTime() + most.toNanos();
    while (!asked && until - System.nanoTime() > 0) {
      pause(Duration.ofNanos(until - System.nanoTime()));
    }
    return asked;
  }

  /** Waits until asked. */
  synchronized void await() {
    boolean interrupted = false;
    while (!asked) {
      try {
        wait();
      } catch (InterruptedException stop) {
        interrupted = true;
        asked = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Waits so long, until asked, or until woken; what woke it before this counts, too. */
  synchronized void pause(Duration most) throws InterruptedException {
    long until = System.nanoTime() + most.toNanos();
    while (!woken && until - System.nanoTime() > 0) {
      wait(Math.max(1, TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime())));
    }
    woken = false;
  }
}
