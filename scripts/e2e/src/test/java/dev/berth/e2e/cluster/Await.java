package dev.berth.e2e.cluster;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for what a controller does in its own time. */
public final class Await {

  private Await() {}

  /** Throws when {@code what} is not {@code there} within {@code patience}. */
  public static void until(String what, Duration patience, BooleanSupplier there) {
    long deadline = System.nanoTime() + patience.toNanos();
    while (!there.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError(what + ": not there after " + patience.toSeconds() + " s");
      }
      try {
        Thread.sleep(100);
      } catch (InterruptedException stop) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted while waiting for " + what, stop);
      }
    }
  }
}
