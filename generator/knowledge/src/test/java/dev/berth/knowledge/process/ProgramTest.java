package dev.berth.knowledge.process;

import static dev.berth.knowledge.process.ScriptedKnowledge.moved;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.berth.knowledge.crossing.KnowledgePath;
import dev.berth.knowledge.store.StoreProblem;
import dev.berth.knowledge.work.Moved;
import dev.berth.knowledge.work.Refused;
import dev.berth.knowledge.work.WorkingCopy;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ProgramTest {

  private static final String[] PULL = {"pull", "--store", "gs://b/a/", "--home", "/h"};
  private static final String[] PUSH = {"push", "--store", "gs://b/a/", "--home", "/h"};
  private static final String[] WATCH = {"watch", "--store", "gs://b/a/", "--home", "/h"};

  private final ScriptedKnowledge knowledge = new ScriptedKnowledge();
  private final List<String> lines = Collections.synchronizedList(new ArrayList<>());
  private final StringWriter out = new StringWriter();
  private final List<String> opened = new ArrayList<>();
  private Optional<Where> where = Optional.empty();
  private Optional<IntConsumer> hears = Optional.empty();

  private int run(String[] arguments, String... more) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of(more));
    Outside outside =
        new Outside(
            Clock.systemUTC(),
            new PrintWriter(out, true),
            lines::add,
            (asked, writer) -> {
              where = Optional.of(asked);
              opened.add(writer);
              return knowledge;
            },
            hear -> hears = Optional.of(hear),
            code -> lines.add("ended " + code));
    return Program.run(outside, all.toArray(String[]::new));
  }

  @Test
  void pullClaimsAndPullsTheSharedFolders() {
    knowledge
        .then(() -> moved(Moved.Result.DONE, 4))
        .sharing(() -> moved(Moved.Result.DONE, 9), new SharedFolder("team", "gs://t/"));

    assertEquals(Exit.DONE, run(PULL, "--claim", "--writer", "support-customer"));

    assertEquals(List.of("claim", "refresh team", "close"), knowledge.asked);
    assertEquals(List.of("support-customer"), opened);
    assertEquals(
        List.of(
            "knowledge: pulled snapshot 4 of 1970-01-01T00:00:00Z: 1 added, 2 changed, 3 removed,"
                + " 100 bytes moved",
            "knowledge: shared folder team: 1 added, 2 changed, 3 removed, 100 bytes moved"),
        lines);
  }

  @Test
  void theFirstBootOfAllFindsNothingAndIsWell() {
    knowledge.then(
        () ->
            new Moved(
                Moved.Result.UNCHANGED,
                Optional.empty(),
                Optional.empty(),
                0,
                0,
                0,
                0,
                0,
                List.of(),
                0));

    assertEquals(Exit.DONE, run(PULL));

    assertEquals(
        List.of("knowledge: the store holds no snapshot yet: the first push makes it"), lines);
  }

  @Test
  void soulAndConfigurationStandInForTheFilesOfTheirNames() {
    knowledge.then(() -> moved(Moved.Result.DONE, 4));

    run(
        PUSH,
        "--soul",
        "/run/SOUL.md",
        "--config",
        "/run/openclaw.json",
        "--shared",
        "team=gs://t/",
        "--shared",
        "all=gs://u/");

    assertEquals(
        new WorkingCopy(
            Path.of("/h"),
            Map.of(
                KnowledgePath.of("workspace/SOUL.md"), Path.of("/run/SOUL.md"),
                KnowledgePath.of("openclaw.json"), Path.of("/run/openclaw.json"))),
        where.orElseThrow().copy());
    assertEquals(
        List.of(new SharedFolder("team", "gs://t/"), new SharedFolder("all", "gs://u/")),
        where.orElseThrow().shared());
  }

  @Test
  void aStoreThatFailsEndsWithThreeAndARefusalWithFour() {
    knowledge
        .then(
            () -> {
              throw new StoreProblem(StoreProblem.Kind.DENIED, "gs://b/a/: 403");
            })
        .then(
            () -> {
              throw new Refused(Refused.Code.TINY_WORKSPACE, "the workspace is empty", "look");
            });

    assertEquals(Exit.STORE, run(PUSH));
    assertEquals(Exit.REFUSED, run(PUSH));

    assertEquals("knowledge: gs://b/a/: 403", lines.get(0));
    assertTrue(lines.get(1).startsWith("mend: give the agent's service account"));
    assertEquals("knowledge: the workspace is empty", lines.get(2));
    assertEquals("mend: look", lines.get(3));
  }

  @Test
  void aBugAndAHeapThatIsTooSmallEndWithSeventyAndNoTrace() {
    knowledge
        .then(
            () -> {
              throw new IllegalStateException("x");
            })
        .then(
            () -> {
              throw new StackOverflowError();
            });

    assertEquals(Exit.BUG, run(PUSH));
    assertEquals(Exit.BUG, run(PUSH));

    assertEquals(4, lines.size(), lines.toString());
    assertTrue(lines.get(0).startsWith("knowledge: a bug in Berth: IllegalStateException at "));
    assertTrue(lines.get(2).startsWith("knowledge: a bug in Berth: StackOverflowError at "));
  }

  @Test
  void aWrongCommandLineEndsWithTwoAndRepeatsNoValue() {
    String secret = "hunter" + "2";
    List<String[]> wrong =
        List.of(
            new String[] {},
            new String[] {"pool"},
            new String[] {"push", "--home", "/h"},
            new String[] {"push", "--store", "gs://b/", "--home", "/h", "--pasword=" + secret},
            new String[] {"push", "--store", "gs://b/", "--home", "/h", secret},
            new String[] {"push", "--store", "gs://b/", "--home", "/h", "--shared", secret},
            new String[] {"push", "--store", "gs://b/", "--home", "/h", "--log", secret},
            new String[] {"watch", "--store", "gs://b/", "--home", "/h", "--every", secret},
            new String[] {"watch", "--store", "gs://b/", "--home", "/h", "--listen", secret},
            new String[] {"pull", "--store", "gs://b/", "--home", "/h", "--claim"},
            new String[] {"pull", "--store", "gs://b/", "--home", "/h", "--writer", "A/" + secret});

    for (String[] each : wrong) {
      lines.clear();
      assertEquals(Exit.USAGE, run(each), String.join(" ", each));
      assertEquals(2, lines.size(), lines.toString());
      assertTrue(lines.get(0).startsWith("knowledge: "), lines.toString());
      assertTrue(lines.get(1).startsWith("mend: "), lines.toString());
      assertFalse(lines.toString().contains(secret), lines.toString());
    }
    assertEquals(List.of(), knowledge.asked);
  }

  @Test
  void aPortThatIsTakenEndsWithTwo() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      String address = "127.0.0.1:" + taken.getLocalPort();

      assertEquals(Exit.USAGE, run(WATCH, "--listen", address));

      assertTrue(lines.get(0).startsWith("knowledge: --listen " + address), lines.toString());
    }
  }

  @Test
  @Timeout(60)
  void aSignalEndsTheWatchWithALastPush() {
    knowledge.then(
        () -> {
          // Asked during the first push, as by the kubelet at any moment.
          if (knowledge.asked.size() == 1) {
            hears.orElseThrow().accept(15);
          }
          return moved(Moved.Result.DONE, 5);
        });

    assertEquals(
        Exit.DONE, run(WATCH, "--every", "1s", "--listen", "127.0.0.1:0", "--log", "json"));

    assertEquals(List.of("push", "push", "close"), knowledge.asked);
    assertTrue(lines.stream().allMatch(line -> line.startsWith("{\"time\":")), lines.toString());
    assertFalse(lines.contains("ended 3"));
  }

  @Test
  void helpIsAnAnswerAndNoMistake() {
    assertEquals(Exit.DONE, run(new String[] {"--help"}));
    assertTrue(out.toString().contains("Exit codes:"));
    assertEquals(List.of(), lines);
  }
}
