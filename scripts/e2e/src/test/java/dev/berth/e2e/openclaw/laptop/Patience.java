package dev.berth.e2e.openclaw.laptop;

import dev.berth.e2e.cluster.Await;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** How long anything may take on a machine that does a lot else. */
final class Patience {

  static final Duration MOST = Duration.ofSeconds(180);

  private Patience() {}

  static void until(String what, BooleanSupplier there) {
    Await.until(what, MOST, there);
  }
}
