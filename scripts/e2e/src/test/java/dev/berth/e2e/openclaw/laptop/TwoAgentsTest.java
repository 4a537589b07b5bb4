package dev.berth.e2e.openclaw.laptop;

import static dev.berth.e2e.openclaw.laptop.Laptop.READER;
import static dev.berth.e2e.openclaw.laptop.Laptop.RESEARCH;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.berth.e2e.openclaw.ModelAnswer;
import dev.berth.e2e.openclaw.ModelRequest;
import dev.berth.e2e.openclaw.ModelServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The tutorial's two agents, from their first start to a power cut. Each test finds them ready. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TwoAgentsTest {

  /** Of their model; another in each run. */
  private static final String KEY = "key-" + UUID.randomUUID();

  @TempDir private static Path place;

  private ModelServer model;
  private Laptop laptop;

  @BeforeAll
  void start() throws IOException {
    model = ModelServer.start();
    laptop = Laptop.in(place).declaring("modelServer: " + model.baseUrl());
    Path env = laptop.folder().resolve(".env");
    Files.createFile(env, Modes.of("rw-------"));
    Files.writeString(env, "BERTH_MODEL_KEY=" + KEY + "\n");
    laptop.up().saying(RESEARCH, READER, "ready", "Next: berth ask");
  }

  @BeforeEach
  void ready() {
    laptop.up();
    model.reset();
  }

  @AfterAll
  void stop() {
    if (laptop != null) {
      laptop.close();
    }
    model.close();
  }

  @Test
  void eachAsksItsModelWithItsOwnSoulWhole() throws IOException {
    String research = Files.readString(laptop.folder().resolve("souls/research.md")).strip();
    String reader = Files.readString(laptop.folder().resolve("souls/reader.md")).strip();

    assertTrue(asked(RESEARCH).contains(research), model.requests()::toString);
    assertFalse(asked(RESEARCH).contains(reader), "research has the soul of reader");
    assertTrue(asked(READER).contains(reader), model.requests()::toString);
    assertFalse(asked(READER).contains(research), "reader has the soul of research");
  }

  /** What its model was told of an agent that was asked something. */
  private String asked(String agent) {
    model.reset();
    String question = "who is " + agent + "?";
    model.answerTo(question, new ModelAnswer.Text("I am the one that was asked."));
    Said said = laptop.berth("ask", agent, question).with(0);
    assertEquals("I am the one that was asked.\n", said.out(), model.requests()::toString);
    ModelRequest request = request(question);
    assertTrue(request.stream(), "asked for an answer in pieces");
    assertEquals(KEY, request.key());
    return request.system();
  }

  private ModelRequest request(String question) {
    return model.requests().stream()
        .filter(each -> !each.tools().isEmpty())
        .filter(each -> String.join("\n", each.said()).contains(question))
        .findFirst()
        .orElseThrow(() -> new AssertionError(model.requests().toString()));
  }

  @Test
  void aKeyOfTheirModelIsInNoFileAndNoOutput() throws IOException {
    Said asked = laptop.berth("ask", READER, "what is your key?").with(0);
    Said status = laptop.berth("status", "--format", "json").with(0);
    Said logs = laptop.berth("logs", READER, "-n", "1000").with(0);

    for (Said said : List.of(asked, status, logs)) {
      said.neverSaying(KEY);
    }
    List<String> commands = laptop.processes().now().stream().map(Processes::command).toList();
    assertTrue(commands.size() >= 3, commands::toString);
    assertFalse(commands.toString().contains(KEY), commands::toString);
    assertEquals(List.of(), holding(KEY, laptop.state()));
    String token = Files.readString(laptop.agent(READER).token()).strip();
    assertEquals(List.of(laptop.agent(READER).token()), holding(token, laptop.state()));
    assertFalse(commands.toString().contains(token), commands::toString);
  }

  private static List<Path> holding(String secret, Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).filter(file -> holds(file, secret)).toList();
    }
  }

  private static boolean holds(Path file, String secret) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(secret);
    } catch (IOException gone) {
      return false;
    }
  }

  @Test
  void statusAndLogsSayHowTheyAre() {
    laptop
        .berth("status")
        .with(0)
        .saying("Berth laptop local 2 agents, 2 ready", RESEARCH + " ready 127.0.0.1:")
        .saying("OpenClaw 2026.9.6");

    JsonNode reader = laptop.status(READER);
    assertEquals("ready", reader.path("state").asText());
    assertEquals("2026.9.6", reader.path("version").asText());
    assertEquals("", reader.path("why").asText());
    assertTrue(reader.path("memoryBytes").asLong() > 100L << 20, reader::toString);
    assertTrue(reader.path("memoryBytes").asLong() < reader.path("memoryMostBytes").asLong());
    assertNotEquals(reader.path("port").asInt(), laptop.status(RESEARCH).path("port").asInt());

    assertEquals(3, laptop.berth("logs", READER, "-n", "3").with(0).out().lines().count());
    laptop.berth("logs", "research/raeder").with(2).saying("research/reader");
  }

  @Test
  void whatRunsAlreadyIsLeftAlone() {
    List<Long> before = pids();

    laptop.up().saying("They run already.");

    assertEquals(before, pids());
  }

  @Test
  void whatDeclarationsChangedIsRestartedAlone() throws IOException {
    List<Long> before = pids();
    Path soul = laptop.folder().resolve("souls/reader.md");
    Files.writeString(soul, Files.readString(soul) + "\nYou like long titles.\n");

    laptop.up();

    List<Long> after = pids();
    assertEquals(before.get(0), after.get(0), "research was not touched");
    assertNotEquals(before.get(1), after.get(1), "reader has another soul");
    assertTrue(asked(READER).contains("You like long titles."), "its new soul");
  }

  @Test
  void aRestartIsAnotherProcessOfTheSameAgent() {
    List<Long> before = pids();
    int port = laptop.status(READER).path("port").asInt();

    laptop.berth("restart", READER).with(0).saying(READER + " ready");

    List<Long> after = pids();
    assertEquals(before.get(0), after.get(0), "research was not touched");
    assertNotEquals(before.get(1), after.get(1));
    JsonNode reader = laptop.status(READER);
    assertEquals(port, reader.path("port").asInt());
    assertEquals(0, reader.path("restarts").asInt(), "it was on purpose");
  }

  @Test
  void oneThatIsKilledIsStartedAgainAndReported() {
    laptop.berth("restart", READER).with(0);
    ProcessHandle gateway = laptop.gateway(READER);

    Processes.kill(gateway);

    Patience.until("a second start", () -> laptop.status(READER).path("restarts").asInt() == 1);
    Patience.until(
        "ready again", () -> laptop.status(READER).path("state").asText().equals("ready"));
    assertNotEquals(gateway.pid(), laptop.gateway(READER).pid());
    laptop.berth("status", READER).with(0).saying("1 restart");
    assertTrue(read(laptop.environment().log()).contains(READER + " WAITING: it was killed"));
  }

  /** What is left behind is ended; nobody is left over when all is taken down. */
  @Test
  void gatewaysThatASupervisorLeavesBehindAreEndedByTheNextStart() {
    List<ProcessHandle> left = List.of(laptop.gateway(RESEARCH), laptop.gateway(READER));
    Processes.kill(laptop.supervisor());
    assertTrue(left.stream().allMatch(Processes::lives), "they live on");
    laptop
        .berth("status")
        .with(0)
        .saying("its supervisor ended without it", "mend start it anew: berth up " + READER);

    laptop.up();

    assertFalse(left.stream().anyMatch(Processes::lives), "what was left behind");
    assertEquals(2, laptop.processes().now().stream().filter(TwoAgentsTest::isGateway).count());
    laptop.berth("down", "--env", "laptop").with(0).saying("Stopped: 2 agents");
    Patience.until("nobody is left", () -> laptop.processes().now().isEmpty());
    laptop.berth("status").with(0).saying("Nothing runs. Next: berth up --env laptop");
    laptop.berth("ask", READER, "who are you?").with(3).saying("berth up --env laptop " + READER);
  }

  private static boolean isGateway(ProcessHandle process) {
    return Processes.command(process).contains("openclaw-gateway");
  }

  /** A lock file that names a process is no proof that this process is the one that wrote it. */
  @Test
  void afterAPowerCutNothingIsInTheWay() throws IOException {
    long pid = laptop.gateway(READER).pid();
    laptop.processes().kill();
    Patience.until("power is off", () -> laptop.processes().now().isEmpty());
    assertTrue(Files.exists(laptop.environment().supervisor()), "it left this behind");
    List<Path> locks = naming(pid, laptop.agent(READER).state());
    assertFalse(locks.isEmpty(), "OpenClaw left locks behind");
    Process other = new ProcessBuilder("sleep", "600").start();
    try {
      for (Path lock : locks) {
        Files.writeString(
            lock, Files.readString(lock).replaceAll("\\b" + pid + "\\b", "" + other.pid()));
      }
      laptop.berth("status").with(0).saying("the machine or its supervisor ended while it ran");

      laptop.up();

      assertEquals("ready", laptop.status(READER).path("state").asText());
      assertTrue(other.isAlive(), "it is somebody else's");
    } finally {
      other.destroyForcibly();
    }
  }

  /** Small files that hold this number; databases have their own ways to see who died. */
  private static List<Path> naming(long pid, Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> file.toFile().length() < 4096)
          .filter(file -> read(file).matches("(?s).*\\b" + pid + "\\b.*"))
          .toList();
    }
  }

  @Test
  void whatOneWroteIsThereAfterItsFolderIsGone() throws IOException {
    Path note = laptop.agent(READER).workspace().resolve("notes/met.md");
    model.answerTo(
        "remember the day",
        new ModelAnswer.ToolCall(
            "write", Map.of("path", "notes/met.md", "content", "met on a Tuesday\n")));
    laptop.berth("ask", READER, "remember the day").with(0);
    assertEquals("met on a Tuesday\n", read(note), request("remember the day").tools()::toString);

    laptop.berth("down", "--env", "laptop", READER).with(0).saying("is pushed");
    delete(laptop.agent(READER).home());
    laptop.up(READER);

    assertEquals("met on a Tuesday\n", read(note));
    laptop.berth("knowledge", "log", READER, "--env", "laptop").with(0).saying("push 3 files");
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
    assertFalse(Files.exists(folder));
  }

  @Test
  void aModelThatDoesNotAnswerIsNamed() {
    model.down();
    try {
      laptop
          .berth("ask", READER, "who are you?")
          .with(3)
          .saying("the turn of " + READER + " failed", "mend: check that its model answers")
          .saying("`berth explain " + READER + "`");
    } finally {
      model.up();
    }
    model.answerTo("are you back?", new ModelAnswer.Text("Here I am."));
    laptop.berth("ask", READER, "are you back?").with(0).saying("Here I am.");
  }

  private List<Long> pids() {
    return Stream.of(RESEARCH, READER).map(each -> laptop.gateway(each).pid()).toList();
  }

  private static String read(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
    } catch (IOException missing) {
      throw new AssertionError(file + " is not there: " + Arrays.toString(siblings(file)), missing);
    }
  }

  private static String[] siblings(Path file) {
    String[] names = file.toAbsolutePath().getParent().toFile().list();
    return names == null ? new String[0] : names;
  }
}
