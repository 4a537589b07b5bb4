package dev.berth.local.supervise;

import java.time.Duration;

/** Something that is done every while, first after one. */
final class Due {

  private Duration every;
  private long lastNanos = System.nanoTime();

  Due(Duration every) {
    this.every = every;
  }

  /** Another pace, from the last time on. */
  void every(Duration other) {
    every = other;
  }

  /** Whether it is time; if so, the next time is a while from now. */
  boolean isNow() {
    if (!left().isZero()) {
      return false;
    }
    lastNanos = System.nanoTime();
    return true;
  }

  /** Until it is time; never negative. */
  Duration left() {
    long left = lastNanos + every.toNanos() - System.nanoTime();
    return left > 0 ? Duration.ofNanos(left) : Duration.ZERO;
  }

  /** That of both which is due first. */
  Due sooner(Due other) {
    return left().compareTo(other.left()) <= 0 ? this : other;
  }
}
