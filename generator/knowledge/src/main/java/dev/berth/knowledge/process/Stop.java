package dev.berth.knowledge.process;

import java.time.Duration;

/** Waiting that ends early when the program is asked to stop; a test lets time pass by itself. */
interface Stop {

  /**
   * Waits.
   *
   * @return true at once when the program was asked to stop, before or while waiting; false when
   *     the time has passed
   */
  boolean within(Duration duration);
}
