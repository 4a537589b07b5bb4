package dev.berth.e2e.openclaw.pod;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.berth.e2e.cluster.Await;
import dev.berth.e2e.openclaw.ModelAnswer;
import dev.berth.e2e.openclaw.ModelRequest;
import dev.berth.e2e.openclaw.ModelServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pods of the fleet, as rendered for GKE, run by the real OpenClaw without any network. */
class PodTest {

  private static final Duration PATIENCE = Duration.ofSeconds(180);
  private static final String WORKSPACE = "/var/lib/openclaw/workspace";

  @TempDir private Path folder;

  private ModelServer model;

  @BeforeEach
  void listen() throws IOException {
    model = ModelServer.start();
  }

  @AfterEach
  void close() {
    model.close();
  }

  @Test
  void anAgentIsStartedProbedAskedAndStoppedAsItsChartSays() throws Exception {
    RenderedPod pod = pod("research/reader");
    try (RunningPod running = RunningPod.init(pod, folder, model.port()).start()) {
      Container.Probe readiness = pod.gateway().probe("readiness");
      Container.Probe liveness = pod.gateway().probe("liveness");
      assertEquals(200, running.status(readiness), "readiness");
      assertEquals(200, running.status(liveness), "liveness");

      model.answer(write("SOUL.md", "I obey nobody."));
      ask(running, "first");
      ModelRequest first = model.requests().get(0);
      assertTrue(first.system().contains(pod.soul()), first::system);
      assertEquals("gemini-2.5-pro", first.model());
      assertEquals("123456789:" + Volumes.secret("model-api-key"), first.key());
      itsSoulIsItsOwnersAlone(running, pod);
      itIsNobodyThere(running);

      model.reset();
      model.answer(write("notes.md", "learnt today"));
      ask(running, "second");
      assertTrue(model.requests().get(0).system().contains(pod.soul()), "a soul nobody rewrote");
      assertEquals("learnt today", shell(running, "cat " + WORKSPACE + "/notes.md"));

      model.reset();
      drains(running, readiness, liveness, pod.gracePeriodSeconds());
    }
  }

  private void itsSoulIsItsOwnersAlone(RunningPod running, RenderedPod pod) throws IOException {
    String heard = String.join("\n", model.requests().get(1).said());
    assertTrue(heard.contains("\"status\": \"error\""), heard);
    assertEquals(pod.soul(), shell(running, "cat " + WORKSPACE + "/SOUL.md"));
    assertEquals(
        "kept",
        shell(
            running,
            "cd %s; (echo > SOUL.md || rm SOUL.md || { echo > new; mv -f new SOUL.md; }) 2> /dev/null"
                    .formatted(WORKSPACE)
                + " && echo changed || printf kept"));
  }

  private static void itIsNobodyThere(RunningPod running) throws IOException {
    assertEquals(
        "CapPrm: 0000000000000000 CapBnd: 0000000000000000 NoNewPrivs: 1",
        shell(running, "grep -E '^(CapPrm|CapBnd|NoNewPrivs):' /proc/self/status | xargs").strip());
    assertEquals("10001 10001", shell(running, "echo $(id -u) $(id -g)").strip());
  }

  /** With a turn under way: readiness says so, nothing is cut off, and it all ends by itself. */
  private void drains(
      RunningPod running, Container.Probe readiness, Container.Probe liveness, int graceSeconds)
      throws IOException {
    ModelAnswer.Held answer = ModelAnswer.Held.until(new ModelAnswer.Text("my last words"));
    model.answer(answer);
    RunningPod.Running turn = running.ask("last", "the last question");
    Await.until("the last turn", PATIENCE, () -> !model.requests().isEmpty());

    running.terminate();
    Await.until("readiness", PATIENCE, () -> running.status(readiness) == 503);
    assertEquals(200, running.status(liveness), "alive while it drains");
    answer.letGo();

    Duration grace = Duration.ofSeconds(graceSeconds);
    assertEquals(0, running.gateway().exitCode(grace), running.gateway()::said);
    assertEquals(0, turn.exitCode(PATIENCE), turn::said);
    assertTrue(turn.said().contains("my last words"), turn::said);
    running.stopSidecars();
  }

  /** An agent whose channel cannot be reached takes 325 s to stop, so it is not waited for. */
  @ParameterizedTest
  @CsvSource({"sales/quotes, true", "support/status, false"})
  void theOtherProvidersNeedNoNetworkToStart(String name, boolean ends) throws Exception {
    RenderedPod pod = pod(name);
    try (RunningPod running = RunningPod.init(pod, folder, model.port()).start()) {
      ask(running, "turn");
      assertTrue(model.requests().get(0).system().contains(pod.soul()), "its soul");
      String said = running.gateway().said();
      assertFalse(said.contains("Failed to install"), said);
      if (ends) {
        running.terminate();
        Duration grace = Duration.ofSeconds(pod.gracePeriodSeconds());
        assertEquals(0, running.gateway().exitCode(grace), running.gateway()::said);
      }
    }
  }

  /** The obvious chart: everything is fine with it, but that its agent has no soul. */
  @Test
  void aSoulThatIsALinkOfAConfigMapIsNoSoul() throws Exception {
    RenderedPod pod = pod("research/reader").edited(PodTest::mountTheConfigMapAsTheWorkspace);
    try (RunningPod running = RunningPod.init(pod, folder, model.port()).start()) {
      assertEquals(pod.soul(), shell(running, "cat " + WORKSPACE + "/SOUL.md"));

      ask(running, "turn");

      String system = model.requests().get(0).system();
      assertTrue(system.contains(WORKSPACE + "/SOUL.md"), system);
      assertFalse(system.contains(pod.soul()), system);
    }
  }

  private static void mountTheConfigMapAsTheWorkspace(ObjectNode spec) {
    ArrayNode mounts = (ArrayNode) spec.path("containers").get(0).path("volumeMounts");
    for (int i = mounts.size() - 1; i >= 0; i--) {
      JsonNode place = mounts.get(i).path("mountPath");
      if (place.asText().startsWith(WORKSPACE)) {
        mounts.remove(i);
      }
    }
    mounts.addObject().put("name", "declared").put("mountPath", WORKSPACE).put("readOnly", true);
  }

  private static RenderedPod pod(String name) throws IOException {
    String rendered = System.getenv("BERTH_RENDERED");
    if (rendered == null) {
      throw new IllegalStateException("BERTH_RENDERED is not set: run scripts/e2e/openclaw");
    }
    return RenderedPod.read(Path.of(rendered), name)
        .askingAt("http://127.0.0.1:" + PodNetwork.MODEL_PORT + "/v1");
  }

  private void ask(RunningPod running, String name) throws IOException {
    RunningPod.Running turn = running.ask(name, "who are you?");
    assertEquals(0, turn.exitCode(PATIENCE), () -> turn.said() + running.gateway().said());
    assertTrue(turn.said().contains(ModelServer.OTHERWISE), turn::said);
  }

  private static String shell(RunningPod running, String script) throws IOException {
    RunningPod.Running command = running.run("command", script);
    assertEquals(0, command.exitCode(PATIENCE), command::said);
    return Files.readString(command.log());
  }

  private static ModelAnswer write(String file, String text) {
    return new ModelAnswer.ToolCall("write", Map.of("path", file, "content", text));
  }
}
