package dev.berth.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.berth.local.control.AgentOrder;
import dev.berth.local.control.AgentState;
import dev.berth.local.gateway.Turn;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands of a laptop, with a machine that starts nothing; the real one has a lane of its own. */
class LaptopTest {

  private static final Path FLEET = Path.of("src/test/golden/everything-right/given");
  private static final String KEY = "ANTHROPIC_API_KEY";
  private static final String SECRET = "s3cret-value-of-a-test";

  @TempDir Path scratch;

  private FakeLaptop machine = new FakeLaptop(Path.of(""));
  private Map<String, String> variables = Map.of(KEY, SECRET);
  private boolean terminal;
  private String typed = "";
  private Path root = Path.of("");

  @BeforeEach
  void aFleet() throws IOException {
    root = scratch.toRealPath().resolve("fleet");
    CommandRun.copy(FLEET, root);
    machine = new FakeLaptop(scratch.resolve("state"));
  }

  @Test
  void anOrderHasAllTheSupervisorMustKnow() {
    assertTrue(run("up", "--env", "laptop").endsWith("exit: 0\n"));
    AgentOrder order = machine.orders.get(0);
    assertEquals("support/customer", order.id());
    assertEquals("2026.9.6", order.version());
    assertEquals("/tools/node", order.node());
    assertEquals("/tools/openclaw.mjs", order.openclaw());
    assertEquals(Map.of(KEY, SECRET), order.secrets());
    assertTrue(order.configuration().contains("${BERTH_AGENT_HOME}/workspace"));
    assertTrue(order.memoryBytes() >= 1L << 29, () -> String.valueOf(order.memoryBytes()));
    assertFalse(order.echo());
  }

  @Test
  void aMissingSecretStartsNothingAndSaysWhereItMayBe() {
    variables = Map.of();
    assertEquals(
        """
        berth: ANTHROPIC_API_KEY is missing, for support/customer (built in)
        mend: export ANTHROPIC_API_KEY=…, or a line ANTHROPIC_API_KEY=… in .env
        1 secret is missing. Nothing was started.
        exit: 1
        """,
        run("up", "--env", "laptop"));
    assertEquals(List.of(), machine.calls);
  }

  @Test
  void aFileOfSecretsIsReadWhenItIsPrivate() throws IOException {
    variables = Map.of();
    write(".env", "# keys\nexport ANTHROPIC_API_KEY='" + SECRET + "'\nOTHER=1\n", "rw-------");
    String said = run("up", "--env", "laptop");
    assertTrue(said.endsWith("exit: 0\n"), said);
    assertEquals(Map.of(KEY, SECRET), machine.orders.get(0).secrets());
    assertFalse(said.contains(SECRET), said);
  }

  @Test
  void theKeyOfAModelServerOfOnesOwnMayBeInTheFile() throws IOException {
    Path fleet = root.resolve("fleet.yaml");
    Files.writeString(
        fleet,
        Files.readString(fleet)
            .replace("target: local", "target: local\n    modelServer: http://127.0.0.1:9/v1"));
    variables = Map.of();
    write(".env", "BERTH_MODEL_KEY=" + SECRET + "\n", "rw-------");
    String said = run("up", "--env", "laptop");
    assertTrue(said.endsWith("exit: 0\n"), said);
    assertEquals(Map.of("BERTH_MODEL_KEY", SECRET), machine.orders.get(0).secrets());
  }

  @Test
  void theEnvironmentComesBeforeTheFile() throws IOException {
    write(".env", KEY + "=other\n", "rw-------");
    assertTrue(run("up", "--env", "laptop", "--env-file", ".env").endsWith("exit: 0\n"));
    assertEquals(Map.of(KEY, SECRET), machine.orders.get(0).secrets());
  }

  @Test
  void aFileOfSecretsThatOthersMayReadIsRefused() throws IOException {
    variables = Map.of();
    write(".env", KEY + "=" + SECRET + "\n", "rw-r-----");
    assertEquals(
        """
        berth: .env can be read by others than you
        mend: chmod 600 .env
        exit: 4
        """,
        run("up", "--env", "laptop"));
    assertEquals(List.of(), machine.calls);
  }

  @Test
  void aFileOfSecretsThatGitDoesNotIgnoreIsRefused() throws Exception {
    variables = Map.of();
    git("init", "--quiet");
    write(".env", KEY + "=" + SECRET + "\n", "rw-r--r--");
    assertEquals(
        """
        berth: .env can be read by others than you
        mend: chmod 600 .env
        git does not ignore .env, so a commit may hold your secrets
        mend: echo .env >> .gitignore
        exit: 4
        """,
        run("up", "--env", "laptop"));
    write(".env", KEY + "=" + SECRET + "\n", "rw-------");
    git("add", "--force", ".env");
    write(".gitignore", ".env\n", "rw-r--r--");
    assertTrue(
        run("up", "--env", "laptop")
            .contains("mend: git rm --cached .env && echo .env >> .gitignore"));
    git("rm", "--quiet", "--cached", ".env");
    assertTrue(run("up", "--env", "laptop").endsWith("exit: 0\n"));
  }

  @Test
  void aMistakeInAFileOfSecretsIsToldByItsLineAlone() throws IOException {
    variables = Map.of();
    write(".env", KEY + "=a b " + SECRET + "\n" + SECRET + "\n", "rw-------");
    assertEquals(
        """
        berth: .env: line 1: the value of ANTHROPIC_API_KEY has blanks or quotes; write
        it between single quotes
        .env: line 2 is no NAME=value
        mend: write lines such as NAME='value'
        exit: 2
        """,
        run("up", "--env", "laptop"));
  }

  @Test
  void anAgentThatDoesNotGetReadySaysWhyAndWhatMendsIt() {
    machine.bad.put(
        "support/customer",
        FakeLaptop.report(
            "support/customer",
            AgentState.REFUSED,
            "its configuration has a key that OpenClaw 2026.9.6 does not know: `gatway`",
            "remove that key",
            41001,
            0));
    assertEquals(
        """
        Installing OpenClaw 2026.9.6 ...
          support/customer  starting
          support/customer  refused: its configuration has a key that OpenClaw 2026.9.6
                            does not know: `gatway`
          support/customer  refused    -                OpenClaw 2026.9.6
                            why   its configuration has a key that OpenClaw 2026.9.6
                                  does not know: `gatway`
                            mend  remove that key
        1 of 1 agent did not get ready.
        exit: 3
        """,
        run("up", "--env", "laptop"));
  }

  @Test
  void aSecondUpSaysSo() {
    run("up", "--env", "laptop");
    String said = run("up", "--env", "laptop");
    assertTrue(said.contains("\nIt runs already.\n"), said);
    assertTrue(said.endsWith("exit: 0\n"), said);
  }

  @Test
  void tooLittleMemoryIsAWarning() {
    machine.memoryAvailableBytes = Optional.of(700L << 20);
    String said = run("up", "--env", "laptop");
    assertTrue(
        said.contains("warning: 1 agent takes about 1024 MiB of memory, and 700 MiB are free\n"),
        said);
    assertTrue(said.endsWith("exit: 0\n"), said);
  }

  @Test
  void onATerminalOneLineAnAgentChanges() {
    terminal = true;
    String said = run("up", "--env", "laptop", "--color", "never");
    assertTrue(said.contains("  support/customer  starting  0 s\n\u001b[1A\r\u001b[0J"), said);
    assertTrue(said.contains("  support/customer  ready 127.0.0.1:41001\n"), said);
  }

  @Test
  void aSupervisorThatDoesNotAnswerIsNoBug() {
    machine.broken = new IOException("its supervisor ended while it started (exit code 1)");
    String said = run("up", "--env", "laptop");
    assertTrue(
        said.contains("berth: laptop: its supervisor ended while it started (exit code 1)"), said);
    assertTrue(said.endsWith("exit: 3\n"), said);
  }

  @Test
  void everyWayATurnFailsHasItsWords() {
    run("up", "--env", "laptop");
    for (Turn.Kind kind : Turn.Kind.values()) {
      machine.turn = new Turn.Failed(kind, 500, "the words of the gateway", "Hal");
      String said = run("ask", "support/customer", "hello");
      assertTrue(said.startsWith("Hal\nberth: "), said);
      assertTrue(said.contains("\nmend: "), said);
      assertTrue(said.endsWith("exit: 3\n"), said);
    }
  }

  @Test
  void aModelThatIsDownIsNamed() {
    run("up", "--env", "laptop");
    machine.turn = new Turn.Failed(Turn.Kind.RUN_FAILED, 200, "connection refused", "");
    assertEquals(
        """
        berth: the turn of support/customer failed: connection refused
        mend: check that its model answers (`berth explain support/customer` names it);
        `berth logs support/customer` says more
        exit: 3
        """,
        run("ask", "support/customer", "hello"));
  }

  @Test
  void anEmptyAnswerIsSaid() {
    run("up", "--env", "laptop");
    machine.turn = new Turn.Answered("", "stop");
    String said = run("ask", "support/customer", "hello");
    assertTrue(said.startsWith("support/customer said nothing.\nmend: "), said);
    assertTrue(said.endsWith("exit: 0\n"), said);
  }

  @Test
  void anAnswerMovesNoCursor() {
    run("up", "--env", "laptop");
    machine.turn = new Turn.Answered("a\u001b[2Jb\r\u202ec\n", "stop");
    assertEquals("a\ufffd[2Jb\ufffd\ufffdc\nexit: 0\n", run("ask", "support/customer", "hello"));
  }

  @Test
  void aQuestionMayComeFromStandardInput() {
    run("up", "--env", "laptop");
    typed = "two\nlines\n";
    assertEquals("You said: two\nlines\nexit: 0\n", run("ask", "support/customer", "-"));
  }

  @Test
  void anAgentThatIsNotReadyIsNotAsked() {
    machine.bad.put(
        "support/customer",
        FakeLaptop.report(
            "support/customer", AgentState.NOT_READY, "discord is not connected", "", 41001, 7));
    run("up", "--env", "laptop");
    assertEquals(
        """
        berth: support/customer is not ready: discord is not connected
        mend: see `berth logs support/customer`
        exit: 3
        """,
        run("ask", "support/customer", "hello"));
  }

  @Test
  void whatRunsCanBeStoppedWhenDeclarationsAreWrong() throws IOException {
    run("up", "--env", "laptop");
    write("fleet.yaml", "nonsense: true\n", "rw-r--r--");
    assertTrue(run("status").contains("error["));
    String said = run("down", "--env", "laptop");
    assertTrue(said.startsWith("Declarations are wrong, see `berth check`;"), said);
    assertTrue(said.contains("Stopped: 1 agent."), said);
    assertTrue(said.endsWith("exit: 0\n"), said);
  }

  @Test
  void anAgentThatDoesNotStopIsSaid() {
    run("up", "--env", "laptop");
    machine.bad.put(
        "support/customer",
        FakeLaptop.report(
            "support/customer",
            AgentState.STOPPED,
            "its knowledge was not pushed: the disk is full",
            "make room, then run `berth up` and `berth down` again",
            41001,
            0));
    String said = run("down", "--env", "laptop");
    assertTrue(said.contains("the disk is full\nmend: make room"), said);
    assertFalse(said.contains("What they learned is pushed"), said);
    assertTrue(said.endsWith("exit: 3\n"), said);
  }

  @Test
  void aLogIsReadableAndFollowedOverItsRotation() throws IOException {
    run("up", "--env", "laptop");
    Path log = log();
    Files.createDirectories(log.getParent());
    String line = "{\"time\":\"2026-11-22T01:10:27.016+01:00\",\"level\":\"info\",";
    Files.writeString(
        log, "first\n" + line + "\"subsystem\":\"gateway\",\"message\":\"ready\\u001b[2J\"}\nhalf");
    machine.pauses.add(() -> append(log, " and half\n"));
    machine.pauses.add(
        () -> {
          append(log, "last of the old\n");
          move(log);
          append(log, "first of the new\n");
        });
    machine.pauses.add(() -> append(log, line + "\"message\":\"bye\"}\n"));
    assertEquals(
        """
        2026-11-22 00:10:27 info   gateway  ready\ufffd[2J
        half and half
        last of the old
        first of the new
        2026-11-22 00:10:27 info   bye
        exit: 0
        """,
        run("logs", "support/customer", "-f", "-n", "1"));
  }

  @Test
  void aLogAsJsonIsAnObjectALine() throws IOException {
    run("up", "--env", "laptop");
    Files.createDirectories(log().getParent());
    Files.writeString(log(), "plain \"text\"\n{\"message\":\"x\"}\n");
    assertEquals(
        "{\"message\":\"plain \\\"text\\\"\"}\n{\"message\":\"x\"}\nexit: 0\n",
        run("logs", "support/customer", "--format", "json"));
  }

  private Path log() throws IOException {
    try (var found = Files.list(machine.state)) {
      return found.findFirst().orElseThrow().resolve("agents/support/customer/gateway.log");
    }
  }

  private static void append(Path file, String text) {
    try {
      Files.writeString(
          file,
          text,
          java.nio.file.StandardOpenOption.CREATE,
          java.nio.file.StandardOpenOption.APPEND);
    } catch (IOException broken) {
      throw new AssertionError(broken);
    }
  }

  private static void move(Path file) {
    try {
      Files.move(file, file.resolveSibling("gateway.log.1"));
    } catch (IOException broken) {
      throw new AssertionError(broken);
    }
  }

  private void write(String name, String text, String mode) throws IOException {
    Path file = root.resolve(name);
    Files.writeString(file, text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
  }

  private void git(String... arguments) throws Exception {
    List<String> command = new java.util.ArrayList<>(List.of("git", "-C", root.toString()));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).inheritIO().start();
    assertEquals(0, process.waitFor(), () -> String.join(" ", command));
  }

  private String run(String... args) {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream both = new PrintStream(said, true, StandardCharsets.UTF_8);
    int code =
        Berth.run(
            new Surroundings(
                root,
                CommandRun.HOME,
                variables,
                terminal,
                CommandRun.TODAY,
                new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)),
                both,
                both),
            new Workshop(
                CommandRun.HOME,
                () -> {
                  throw new AssertionError("a laptop needs no Pulumi");
                },
                CommandRun.NO_SECRETS,
                CommandRun.NO_CLUSTER,
                CommandRun.NO_KNOWLEDGE,
                machine::parts),
            args);
    return said.toString(StandardCharsets.UTF_8) + "exit: " + code + "\n";
  }
}
