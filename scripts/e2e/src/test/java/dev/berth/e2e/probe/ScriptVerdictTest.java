package dev.berth.e2e.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the script leaves behind: an exit code, and a message that always fits. */
class ScriptVerdictTest {

  @Test
  void theMessageAlwaysFitsAndTellsTheWorstFirst() throws IOException {
    try (Loopback loopback = new Loopback()) {
      int listening = loopback.listening(socket -> {});
      Checks checks = new Checks();
      for (int each = 0; each < 60; each++) {
        String id = "host/" + "x".repeat(240) + each;
        checks.mustNot(
            "unjudged-" + id, "connect", "host", "localhost", "port", loopback.refusing());
        checks.must("shut-" + id, "resolve", "host", "nobody.invalid");
        checks.must("right-" + id, "resolve", "host", "localhost");
        if (each < 5) {
          checks.mustNot("hole-" + id, "connect", "host", "localhost", "port", listening);
        }
      }
      Script.Run run =
          Script.run(checks.with("attempts", 1).with("deadlineMillis", 20_000).toString());
      assertTrue(run.message().getBytes(StandardCharsets.UTF_8).length <= 4096, run.message());
      JsonNode verdict = run.verdict();
      assertEquals(60, verdict.path("asDeclared").asInt());
      assertEquals(5, verdict.path("holes").asInt());
      assertEquals(60, verdict.path("shut").asInt());
      assertEquals(60, verdict.path("unjudged").asInt());
      assertEquals(125 - verdict.path("findings").size(), verdict.path("leftOff").asInt());
      List<String> told = new ArrayList<>();
      verdict.path("findings").forEach(each -> told.add(each.path("is").asText()));
      assertEquals(List.of("hole", "hole", "hole", "hole", "hole", "shut"), told.subList(0, 6));
      assertTrue(!told.contains("unjudged"), told::toString);
      assertEquals(185, run.said().lines().count());
    }
  }

  @Test
  void oneIdThatIsTooLongIsLeftOffToo() throws IOException {
    Script.Run run =
        Script.run(
            new Checks().must("x".repeat(5000), "resolve", "host", "nobody.invalid").toString());
    assertEquals(1, run.verdict().path("leftOff").asInt());
    assertEquals(0, run.verdict().path("findings").size());
  }

  @Test
  void theExitCodeTellsDifferentFromUnjudged() throws IOException {
    try (Loopback loopback = new Loopback()) {
      Checks checks = new Checks().must("dns", "resolve", "host", "localhost");
      assertEquals(0, Script.run(checks.toString()).exitCode());
      checks.mustNot("refusing", "connect", "host", "localhost", "port", loopback.refusing());
      assertEquals(2, Script.run(checks.toString()).exitCode());
      checks.must("nobody", "resolve", "host", "nobody.invalid");
      assertEquals(1, Script.run(checks.toString()).exitCode());
    }
  }

  @Test
  void aRunThatBreaksSaysSoAndNeverThatAWallHasAHole(@TempDir Path folder) throws IOException {
    String fine = new Checks().must("dns", "resolve", "host", "localhost").toString();
    for (Script.Run run :
        List.of(
            Script.run("no JSON"),
            Script.run(new Checks().toString()),
            Script.run(new Checks().must("x", "teleport").toString()),
            Script.run(folder.resolve("no/such/folder"), fine))) {
      assertEquals(2, run.exitCode(), run.said());
      assertTrue(run.said().endsWith("{\"broken\":true}\n"), run.said());
      assertEquals("", run.message());
    }
  }

  @Test
  void fewAreTriedAtOnce() throws IOException {
    try (Loopback loopback = new Loopback()) {
      AtomicInteger now = new AtomicInteger();
      AtomicInteger most = new AtomicInteger();
      String google =
          loopback.http(
              exchange -> {
                most.accumulateAndGet(now.incrementAndGet(), Math::max);
                pause();
                now.decrementAndGet();
                Loopback.answer(exchange, 200, "{\"access_token\":\"t\"}");
              });
      Checks checks = new Checks().with("metadata", google).with("storage", google);
      for (int each = 0; each < 20; each++) {
        checks.must("folder" + each, "list", "bucket", "b", "prefix", "p" + each);
      }
      assertEquals(0, Script.run(checks.toString()).exitCode());
      assertEquals(4, most.get());
    }
  }

  private static void pause() {
    try {
      Thread.sleep(150);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }
}
