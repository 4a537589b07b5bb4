package dev.berth.e2e.knowledge.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real process dies of kill -9 at a random moment of its work. */
class KillTest {

  /** Of each of the three kinds of work, in each of two lines of history. */
  private static final int ROUNDS = 35;

  private static final int LINES = 2;

  @TempDir private Path folder;

  @Test
  void killedAnywhereItLosesNothingAndGoesOn() throws Exception {
    long seed = Long.getLong("berth.seed", System.nanoTime());
    System.out.println("kill -9: -Dberth.seed=" + seed);
    KnowledgeProgram program = KnowledgeProgram.in(folder);
    ExecutorService threads = Executors.newFixedThreadPool(LINES);
    try {
      List<Future<KillChain.Count>> lines = new ArrayList<>();
      for (int i = 0; i < LINES; i++) {
        KillChain chain = new KillChain(program, folder, seed + i);
        lines.add(threads.submit(() -> chain.run(ROUNDS)));
      }
      int rounds = 0;
      int inside = 0;
      int fresh = 0;
      for (Future<KillChain.Count> line : lines) {
        KillChain.Count count = line.get();
        rounds += count.rounds();
        inside += count.inside();
        fresh += count.fresh();
      }
      System.out.println(
          "kill -9: %d rounds, %d died inside their work, %d had done it by then"
              .formatted(rounds, inside, fresh));
      assertEquals(LINES * ROUNDS * KillChain.Act.values().length, rounds);
      assertTrue(rounds >= 200);
      assertTrue(inside >= rounds / 2, "kills miss the work: " + inside + " of " + rounds);
      assertTrue(fresh < inside, "kills come too late");
    } finally {
      threads.shutdownNow();
    }
  }
}
