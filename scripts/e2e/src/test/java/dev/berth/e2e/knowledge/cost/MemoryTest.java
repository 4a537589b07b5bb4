package dev.berth.e2e.knowledge.cost;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.berth.e2e.knowledge.GoogleServer;
import dev.berth.e2e.knowledge.S3Server;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The memory that the program of the pod takes beside its agent, at its peak. */
class MemoryTest {

  private static final int FILES = 10_000;

  /** The sidecar's share of a node: 120 MiB resident, whatever the number of files. */
  private static final long MOST_KIB = 120 * 1024;

  @TempDir private Path folder;

  @Test
  void google() throws Exception {
    try (GoogleServer server = GoogleServer.start(folder)) {
      staysSmall(server.url("memory/").text());
    }
  }

  @Test
  void s3() throws Exception {
    try (S3Server server = S3Server.start(folder)) {
      staysSmall(server.url("memory/").text());
    }
  }

  private void staysSmall(String url) throws Exception {
    Path home = folder.resolve("home");
    Notes.write(home, FILES);
    try (AgentProgram watch =
        AgentProgram.start(
            folder,
            "watch",
            "--store",
            url,
            "--home",
            home.toString(),
            "--every",
            "2s",
            "--listen",
            "127.0.0.1:0")) {
      watch.awaitSaid("pushed snapshot", 1);
      watch.awaitSaid("nothing to push", 2);
      for (int round = 2; round < 5; round++) {
        Notes.change(home, round * 1000);
        watch.awaitSaid("pushed snapshot", round);
      }
      assertSmall(watch.peakKib());
      watch.stop();
      watch.end();
    }
  }

  private static void assertSmall(long peakKib) {
    assertTrue(peakKib <= MOST_KIB, () -> peakKib + " KiB resident at the peak");
  }
}
