package dev.berth.cli;

import dev.berth.knowledge.process.LocalWatch;
import dev.berth.knowledge.store.ObjectStore;
import dev.berth.knowledge.store.StoreProblem;
import dev.berth.knowledge.store.StoreUrl;
import dev.berth.knowledge.work.Knowledge;
import dev.berth.knowledge.work.WorkingCopy;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What commands of knowledge take from outside.
 *
 * @param random 32 fresh random hexadecimal digits a call
 */
record KnowledgeParts(Stores stores, Clock clock, Supplier<String> random, Watches watches) {

  private static final int RANDOM_BYTES = 16;

  /** Opens stores. */
  @FunctionalInterface
  interface Stores {
    ObjectStore open(StoreUrl url) throws StoreProblem;
  }

  /** Pushes at a pace until this process is asked to stop. */
  @FunctionalInterface
  interface Watches {
    /** Returns how the last push ended: an exit code. */
    int run(Knowledge knowledge, WorkingCopy copy, Duration every, Consumer<String> lines);
  }

  /** This machine's clock, and stores with the rights of whoever is logged in here. */
  static KnowledgeParts ofThisMachine() {
    SecureRandom random = new SecureRandom();
    return new KnowledgeParts(
        url -> dev.berth.knowledge.Stores.open(url),
        Clock.systemUTC(),
        () -> {
          byte[] bytes = new byte[RANDOM_BYTES];
          random.nextBytes(bytes);
          return HexFormat.of().formatHex(bytes);
        },
        (knowledge, copy, every, lines) ->
            LocalWatch.ofThisProcess(Clock.systemUTC(), lines).run(knowledge, copy, every));
  }
}
