package dev.berth.e2e.knowledge.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.berth.e2e.cluster.Await;
import dev.berth.e2e.knowledge.S3Server;
import dev.berth.knowledge.Stores;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The line to the store is cut for a while under a process that watches. */
class OutageTest {

  /** A failure is one only when the store's deadline has passed. */
  private static final Duration PATIENCE = Stores.DEADLINE.multipliedBy(3);

  private static final PodSpec WATCH =
      new PodSpec(
          List.of(
              new PodSpec.Container(
                  "watch", List.of("watch", "--every", "", "--listen", ""), true, "/healthz")),
          List.of("agent"),
          390);

  @TempDir private Path folder;

  @Test
  void whatWasWrittenDuringAnOutageIsPushedAfterIt() throws Exception {
    S3Server.giveCredentials();
    Home home = Home.in(folder);
    home.fill();
    KnowledgeProgram program = KnowledgeProgram.in(folder);
    try (S3Server server = S3Server.start(folder);
        FaultProxy line = FaultProxy.before(server.port());
        Kubelet kubelet =
            new Kubelet(WATCH, program, home, server.url("outage/", line.port()).text(), folder)) {
      kubelet.start("last words");
      Await.until("a first push", PATIENCE, () -> kubelet.status("/readyz") == 200);
      line.cut();
      home.write("workspace/during.md", "written during the outage");
      Await.until("a failure", PATIENCE, () -> failures(kubelet) == 1);
      assertEquals(200, kubelet.status("/healthz"), "an outage is no reason to start it again");
      home.write("workspace/later.md", "written later in it");
      line.join();
      Await.until("a push", PATIENCE, () -> failures(kubelet) == 0);
      assertFalse(kubelet.body("/metrics").contains("push_failures_total 0\n"));
      kubelet.stop();
      try (Copy copy = Copy.open(server.url("outage/"))) {
        assertEquals(home.files(), copy.files(copy.newest()));
        assertTrue(copy.repository().beside().isEmpty());
      }
    }
  }

  /** In a row; -1 while nobody answers. */
  private static int failures(Kubelet kubelet) {
    String ready = kubelet.body("/readyz");
    return ready.isEmpty()
        ? -1
        : Integer.parseInt(ready.replaceFirst("(?s).*\"failures\":([0-9]+).*", "$1"));
  }
}
