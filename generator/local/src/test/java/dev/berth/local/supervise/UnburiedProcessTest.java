package dev.berth.local.supervise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Processes that ended, and of whose end their parent never asks. */
class UnburiedProcessTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private Process parent;
  private ProcessHandle child;

  @BeforeEach
  void start() throws IOException {
    parent = new ProcessBuilder("sh", "-c", "sleep 600 & echo $!; exec sleep 600").start();
    BufferedReader said =
        new BufferedReader(
            new InputStreamReader(parent.getInputStream(), StandardCharsets.US_ASCII));
    child = ProcessHandle.of(Long.parseLong(said.readLine())).orElseThrow();
  }

  @AfterEach
  void end() {
    child.destroyForcibly();
    parent.destroyForcibly();
  }

  @Test
  void oneThatNobodyBuriesIsNotAlive() throws InterruptedException {
    ProcessMark mark = ProcessMark.of(child);
    assertEquals(Optional.of(child), mark.alive());

    child.destroyForcibly();

    long until = System.nanoTime() + PATIENCE.toNanos();
    while (mark.alive().isPresent()) {
      assertTrue(System.nanoTime() < until, "it is dead");
      Thread.sleep(10);
    }
    assertEquals(Optional.empty(), ProcessMark.of(child).alive(), "marked when it was dead");
  }

  @Test
  void nobodyWaitsForOneThatNobodyBuries() throws InterruptedException {
    assertTrue(new ProcessTree(child).end(PATIENCE), "it ended by itself when it was asked to");
  }
}
