package dev.berth.e2e.knowledge.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.berth.e2e.cluster.Await;
import dev.berth.e2e.knowledge.GoogleServer;
import dev.berth.knowledge.snapshot.Snapshot;
import dev.berth.knowledge.store.StoreUrl;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A pod from its first pull to its last push, with real processes in the rendered order. */
class PodTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir private Path folder;

  private PodSpec pod;
  private KnowledgeProgram program;

  @BeforeEach
  void read() throws Exception {
    String rendered = System.getenv("BERTH_RENDERED");
    if (rendered == null) {
      throw new IllegalStateException("BERTH_RENDERED is not set: run scripts/e2e/knowledge");
    }
    pod = PodSpec.read(Path.of(rendered));
    program = KnowledgeProgram.in(folder);
  }

  @Test
  void theLastWordsOfAnAgentOutliveItsMachine() throws Exception {
    try (GoogleServer server = GoogleServer.start(folder)) {
      StoreUrl url = server.url("pod/");
      Home home = Home.in(folder);
      try (Kubelet kubelet = new Kubelet(pod, program, home, url.text(), folder)) {
        kubelet.start("these are my last words");
        Await.until("a first push", PATIENCE, () -> kubelet.status("/readyz") == 200);
        kubelet.stop();
        assertEquals(
            List.of(
                "knowledge-pull ended",
                "knowledge-push is up",
                "gateway is up",
                "gateway ended",
                "sidecar ended"),
            kubelet.order());
      }
      Home elsewhere = Home.in(folder);
      try (Copy copy = Copy.open(url)) {
        copy.knowledge().pull(elsewhere.copy(), false, false);
      }
      assertEquals(
          "alive. these are my last words",
          Files.readString(elsewhere.folder().resolve("workspace/MEMORY.md")));
      assertTrue(pod.gracePeriodSeconds() >= 60 + 2, "the agent's own time and the last push's");
    }
  }

  @Test
  void aPodThatComesBackIsFencedOffAndLosesNothing() throws Exception {
    StoreUrl url = new StoreUrl.Folder(Files.createDirectory(folder.resolve("store")));
    Home stale = Home.in(folder);
    Home next = Home.in(folder);
    try (Kubelet first = new Kubelet(pod, program, stale, url.text(), folder);
        Kubelet second = new Kubelet(pod, program, next, url.text(), folder)) {
      first.start("of the first");
      Await.until("a first push", PATIENCE, () -> first.status("/readyz") == 200);
      signal("STOP", first.sidecar());
      stale.write("workspace/stale.md", "written while nobody pushed");

      second.start("of the second");
      next.write("workspace/next.md", "written by the next");
      Await.until("the next one's push", PATIENCE, () -> second.status("/readyz") == 200);
      signal("CONT", first.sidecar());

      Await.until(
          "the stale one to say that it is fenced off",
          PATIENCE,
          () ->
              first.status("/readyz") == 503
                  && first.body("/readyz").contains("\"fenced\":true")
                  && first.body("/metrics").contains("berth_knowledge_fenced 1"));
      first.stop();
      second.stop();
    }
    try (Copy copy = Copy.open(url)) {
      assertEquals(
          "written by the next", copy.files(copy.newest()).get("workspace/next.md").get(1));
      assertEquals(
          "alive. alive. of the second",
          copy.files(copy.newest()).get("workspace/MEMORY.md").get(1));
      Set<String> beside = new HashSet<>();
      for (Snapshot each : copy.repository().beside()) {
        beside.addAll(copy.contents(each));
      }
      assertTrue(beside.contains(Copy.sha256("written while nobody pushed")));
      assertTrue(beside.contains(Copy.sha256("alive. of the first")), "its last words, too");
    }
  }

  private static void signal(String name, KnowledgeProgram.Running running) throws Exception {
    String pid = Long.toString(running.process().pid());
    assertEquals(0, new ProcessBuilder("/bin/kill", "-" + name, pid).start().waitFor());
  }
}
