package dev.berth.local.supervise;

import java.time.Duration;

/**
 * How long to wait before a process that ended by itself is started again: a second, then twice as
 * long each time up to a minute; after a while that went well, a second again.
 */
final class BackOff {

  private final Pace pace;
  private Duration next;

  BackOff(Pace pace) {
    this.pace = pace;
    this.next = pace.firstWait();
  }

  /**
   * The wait after one more end.
   *
   * @param up how long it ran this time
   */
  Duration after(Duration up) {
    if (up.compareTo(pace.calm()) >= 0) {
      next = pace.firstWait();
    }
    Duration wait = next;
    Duration twice = next.multipliedBy(2);
    next = twice.compareTo(pace.longestWait()) < 0 ? twice : pace.longestWait();
    return wait;
  }
}
