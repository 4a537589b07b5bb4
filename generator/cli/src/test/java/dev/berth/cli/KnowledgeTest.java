package dev.berth.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.berth.knowledge.store.FolderStore;
import dev.berth.knowledge.store.StoreProblem;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands of knowledge over folders in the place of buckets. */
class KnowledgeTest {

  private static final Path FLEET = Path.of("src/test/golden/knowledge-of-an-agent/given");
  private static final String CUSTOMER = "gs://acme-agents-dev-knowledge/agents/support/customer/";

  @TempDir Path root;

  private final MovingClock clock = new MovingClock();
  private final List<String> opened = new ArrayList<>();
  private final List<String> watched = new ArrayList<>();

  @BeforeEach
  void fleet() throws IOException {
    for (String each : List.of("fleet.yaml", "agents", "souls", "home")) {
      CommandRun.copy(FLEET.resolve(each), root.resolve(each));
    }
  }

  @Test
  void theWholeStory() throws IOException {
    done("push", "support/customer", "--home", "home");
    assertTrue(done("log", "support/customer").contains("     1  2026-11-21T12:00:00Z"));
    clock.pass(Duration.ofHours(1));
    write("home/workspace/notes/new.md", "Something new.\n");
    write("home/workspace/MEMORY.md", "Forgotten.\n");
    Files.delete(root.resolve("home/workspace/notes/prices.md"));
    String pushed = done("push", "support/customer", "--home", "home");
    assertTrue(pushed.contains("Pushed support/customer: 1 new, 1 changed, 1 gone.\n"), pushed);
    assertTrue(
        pushed.contains("\n  kubectl rollout restart statefulset/customer --namespace support\n"),
        pushed);
    assertEquals(
        """
          ~ workspace/MEMORY.md  50 B -> 11 B
          + workspace/notes/new.md  15 B
          - workspace/notes/prices.md  24 B
        1 -> 2: 1 new, 1 changed, 1 gone.
        exit: 0
        """,
        run("diff", "support/customer", "30m"));
    String restored = done("restore", "support/customer", "--to", "1", "--yes");
    assertTrue(restored.contains("2 -> 1: 1 new, 1 changed, 1 gone.\n"), restored);
    assertTrue(restored.contains("Restored support/customer: 1 new, 1 changed, 1 gone."), restored);
    assertTrue(restored.contains("\n  berth knowledge restore support/customer --to 2\n"));
    assertTrue(restored.contains("\n  kubectl rollout restart statefulset/customer"), restored);
    done("pull", "support/customer", "--home", "home");
    assertTrue(Files.readString(root.resolve("home/workspace/MEMORY.md")).startsWith("# What"));
    assertFalse(Files.exists(root.resolve("home/workspace/notes/new.md")));
    String cloned = done("clone", "support/customer", "support/triage");
    assertFalse(cloned.contains("not declared"), cloned);
    String shared = done("share", "support/triage", "faq", "notes/*");
    assertTrue(shared.contains("from support/triage into faq: 2 new"), shared);
    String to = "gs://other-bucket/agents/support/customer/";
    String moved = done("move", "support/customer", "--to", to, "--yes");
    assertTrue(moved.contains("write `bucket: other-bucket`"), moved);
    String drilled = done("drill", "support/customer", "--store", to, "--home", "home");
    assertTrue(drilled.contains("  restored  4 of 4 files, 120 B"), drilled);
    assertTrue(drilled.contains("  home      0 new, 0 changed, 0 gone"), drilled);
    String late = run("push", "support/customer", "--home", "home");
    assertTrue(late.contains("moved away from"), late);
    assertTrue(late.endsWith("exit: 4\n"), late);
  }

  @Test
  void storesFollowFromTheEnvironment() {
    done("push", "support/customer", "--home", "home");
    done("share", "support/triage", "faq", "*", "--store", CUSTOMER);
    assertEquals(List.of(CUSTOMER, CUSTOMER, "gs://acme-agents-dev-knowledge/faq/"), opened);
  }

  @Test
  void aCopyThatCameSecondIsToldAndMarked() throws IOException {
    done("push", "support/customer", "--home", "home");
    CommandRun.copy(FLEET.resolve("other"), root.resolve("other"));
    String second = run("push", "support/customer", "--home", "other");
    assertTrue(second.contains("Another writer was first"), second);
    assertTrue(second.endsWith("exit: 4\n"), second);
    String log = run("log", "support/customer");
    Matcher copy = Pattern.compile("(?m)^(beside-[0-9a-f]{8})  2026-11-21T12:00:00Z").matcher(log);
    assertTrue(copy.find(), log);
    String restored = done("restore", "support/customer", "--to", copy.group(1), "--yes");
    assertTrue(restored.contains("--to 1"), restored);
    done("pull", "support/customer", "--home", "other");
    String none = run("restore", "support/customer", "--to", "beside-00000000");
    assertTrue(none.contains("there is no copy beside-00000000 of support/customer"), none);
  }

  @Test
  void nothingIsRestoredOrMovedWithoutConsent() throws IOException {
    done("push", "support/customer", "--home", "home");
    write("home/workspace/more.md", "More.\n");
    done("push", "support/customer", "--home", "home");
    for (String[] command :
        new String[][] {
          {"restore", "support/customer", "--to", "1"},
          {"move", "support/customer", "--to", "gs://other/x/"}
        }) {
      String said = asked("n\n", command);
      assertTrue(said.contains("? [y/N] "), said);
      assertTrue(said.endsWith("Nothing was changed.\nexit: 4\n"), said);
    }
    assertTrue(run("log", "support/customer").startsWith("     2  "));
    assertTrue(asked("y\n", "restore", "support/customer", "--to", "1").endsWith("exit: 0\n"));
    assertTrue(run("log", "support/customer").startsWith("     3  "));
  }

  @Test
  void aDamagedStoreFailsTheDrill() throws IOException {
    done("push", "support/customer", "--home", "home");
    try (Stream<Path> objects = Files.walk(folder(CUSTOMER).resolve("objects"))) {
      for (Path each : (Iterable<Path>) objects.filter(Files::isRegularFile)::iterator) {
        byte[] bytes = Files.readAllBytes(each);
        bytes[bytes.length - 1] ^= 1;
        Files.write(each, bytes);
      }
    }
    String said = run("drill", "support/customer");
    assertTrue(said.contains("\n  wrong     "), said);
    assertTrue(said.endsWith("support/customer: damaged\nexit: 3\n"), said);
  }

  @Test
  void aDrillTellsWhenTheNewestSnapshotIsTooOld() {
    done("push", "support/customer", "--home", "home");
    clock.pass(Duration.ofHours(3));
    assertTrue(run("drill", "support/customer", "--older-than", "4h").endsWith("exit: 0\n"));
    String old = run("drill", "support/customer", "--older-than", "2h");
    assertTrue(old.contains("  newest    3h 0m old\n"), old);
    assertTrue(old.endsWith("support/customer: too old\nexit: 4\n"), old);
  }

  @Test
  void aDrillLeavesNothingBehindUnlessItIsTold() throws IOException {
    Files.createDirectory(root.resolve("scratch"));
    done("push", "support/customer", "--home", "home");
    done("drill", "support/customer", "--scratch", "scratch");
    assertEquals(Map.of(), CommandRun.files(root.resolve("scratch")));
    String kept = done("drill", "support/customer", "--scratch", "scratch", "--keep");
    assertTrue(kept.contains("  kept in   " + root.resolve("scratch/berth-")), kept);
    assertEquals(4, CommandRun.files(root.resolve("scratch")).size());
  }

  @Test
  void aTinyWorkspaceIsRefusedUntilToldOtherwise() throws IOException {
    done("push", "support/customer", "--home", "home");
    CommandRun.delete(root.resolve("home/workspace"));
    Files.delete(root.resolve("home/openclaw.json"));
    String refused = run("push", "support/customer", "--home", "home");
    assertTrue(refused.contains("\nmend: "), refused);
    assertTrue(refused.endsWith("exit: 4\n"), refused);
    assertTrue(
        done("push", "support/customer", "--home", "home", "--even-if-tiny").contains("4 gone"));
  }

  @Test
  void aStoreThatIsNotThereIsNoBug() {
    String said = run("log", "support/customer", "--store", "nowhere");
    assertTrue(said.startsWith("berth: "), said);
    assertTrue(said.contains("\nmend: check its name; "), said);
    assertTrue(said.endsWith("exit: 3\n"), said);
  }

  @Test
  void aPersonAtATerminalSeesOneLineThatChanges() {
    String said = asked("", "push", "support/customer", "--home", "home", "--color", "never");
    assertTrue(said.contains("\r\u001b[2KPushing support/customer  "), said);
    assertFalse(said.contains("Pushing support/customer ..."), said);
    assertTrue(said.contains("\r\u001b[2KPushed support/customer: 4 new"), said);
  }

  @Test
  void aWatchPushesFirstAndThenAtItsPace() {
    String said = done("watch", "support/customer", "--home", "home", "--every", "90s");
    assertTrue(said.contains("Pushed support/customer: 4 new"), said);
    assertTrue(said.endsWith("knowledge: watching\nexit: 0\n"), said);
    assertEquals(List.of("PT1M30S"), watched);
  }

  private void write(String file, String text) throws IOException {
    Files.writeString(root.resolve(file), text);
  }

  private String done(String... args) {
    String said = run(args);
    assertTrue(said.endsWith("exit: 0\n"), said);
    return said;
  }

  private String run(String... args) {
    return run(false, "", args);
  }

  private String asked(String answer, String... args) {
    return run(true, answer, args);
  }

  private String run(boolean terminal, String typed, String... args) {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream both = new PrintStream(said, true, StandardCharsets.UTF_8);
    Surroundings around =
        new Surroundings(
            root,
            CommandRun.HOME,
            Map.of(),
            terminal,
            CommandRun.TODAY,
            new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)),
            both,
            both);
    KnowledgeParts parts =
        new KnowledgeParts(
            url -> {
              opened.add(url.text());
              return new FolderStore(folder(url.text()), clock);
            },
            clock,
            CommandRun.knowledge(root, clock).random(),
            (knowledge, copy, every, lines) -> {
              watched.add(every.toString());
              lines.accept("knowledge: watching");
              return 0;
            });
    Workshop workshop =
        new Workshop(
            CommandRun.HOME,
            () -> {
              throw new AssertionError("knowledge needs no Pulumi");
            },
            CommandRun.NO_SECRETS,
            CommandRun.NO_CLUSTER,
            () -> parts,
            CommandRun.NO_LAPTOP);
    String[] all = Stream.concat(Stream.of("knowledge"), Stream.of(args)).toArray(String[]::new);
    int code = Berth.run(around, workshop, all);
    return said.toString(StandardCharsets.UTF_8) + "exit: " + code + "\n";
  }

  /** The folder in the place of a bucket; one of a file URL stays missing. */
  private Path folder(String url) throws StoreProblem {
    Path folder = root.resolve("buckets").resolve(url.replaceAll("[^a-z]+", "-"));
    if (url.startsWith("gs://")) {
      try {
        Files.createDirectories(folder);
      } catch (IOException full) {
        throw new StoreProblem(StoreProblem.Kind.FULL, "no room", full);
      }
    }
    return folder;
  }

  /** A clock that a test moves on. */
  private static final class MovingClock extends Clock {

    private Instant now = Instant.parse("2026-11-21T12:00:00Z");

    void pass(Duration time) {
      now = now.plus(time);
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }
}
