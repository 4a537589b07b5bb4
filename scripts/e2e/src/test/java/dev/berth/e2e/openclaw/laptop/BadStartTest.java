package dev.berth.e2e.openclaw.laptop;

import static dev.berth.e2e.openclaw.laptop.Laptop.READER;
import static dev.berth.e2e.openclaw.laptop.Laptop.RESEARCH;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.berth.e2e.openclaw.OpenClawInstall;
import dev.berth.local.control.AgentOrder;
import dev.berth.local.control.AgentReport;
import dev.berth.local.control.AgentState;
import dev.berth.local.gateway.GatewayVariables;
import dev.berth.local.place.AgentFolder;
import dev.berth.local.supervise.LocalSupervisor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is in the way of a start, and what each says to do about it. */
class BadStartTest {

  @TempDir private Path place;

  private Laptop laptop;

  @BeforeEach
  void make() throws IOException {
    laptop = Laptop.in(place);
  }

  @AfterEach
  void end() {
    laptop.close();
  }

  /** With nothing at hand that could fetch the right one. */
  @Test
  void aNodeThatIsTooOld() throws IOException {
    Path programs = Files.createDirectory(place.resolve("bin"));
    Path node = script(programs.resolve("node"), "echo v20.19.2");
    Laptop old =
        laptop
            .with("PATH", programs + ":" + withoutNode(place))
            .with("BERTH_TOOLS", place.resolve("tools").toString());

    old.berth("up", "--env", "laptop")
        .with(3)
        .saying(node + " is Node 20.19.2, OpenClaw needs 24.16 or newer of Node 24")
        .saying("and npm, which could fetch it, is not on the PATH")
        .saying("mend: install Node 24.21.0, with npm: https://nodejs.org/en/download");

    nothingRuns();
  }

  /** What the launcher needs, and no more: a folder of this machine may hold a Node, too. */
  private static Path withoutNode(Path place) throws IOException {
    Path folder = Files.createDirectory(place.resolve("path"));
    for (String name :
        List.of(
            "sh",
            "env",
            "java",
            "dirname",
            "readlink",
            "find",
            "uname",
            "sed",
            "cat",
            "mkdir",
            "rm",
            "rmdir",
            "sleep",
            "git",
            "setsid")) {
      for (String each : System.getenv("PATH").split(":", -1)) {
        Path program = Path.of(each, name);
        if (!each.isEmpty() && Files.isExecutable(program) && !Files.exists(folder.resolve(name))) {
          script(folder.resolve(name), "exec '" + program + "' \"$@\"");
        }
      }
    }
    return folder;
  }

  private static Path script(Path file, String line) throws IOException {
    Files.writeString(file, "#!/bin/sh\n" + line + "\n");
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  @Test
  void everySecretThatIsMissingAtOnce() throws IOException {
    laptop.declaring();

    laptop
        .with("ANTHROPIC_API_KEY", "")
        .with("GOOGLE_API_KEY", "")
        .berth("up", "--env", "laptop")
        .with(1)
        .saying("ANTHROPIC_API_KEY is missing, for " + RESEARCH)
        .saying("mend: export ANTHROPIC_API_KEY=…, or a line ANTHROPIC_API_KEY=… in .env")
        .saying("GOOGLE_API_KEY is missing, for " + READER)
        .saying("mend: export GOOGLE_API_KEY=…, or a line GOOGLE_API_KEY=… in .env")
        .saying("2 secrets are missing. Nothing was started.");

    nothingRuns();
  }

  @Test
  void aFileOfSecretsThatOthersReadOrThatGitMayTake() throws Exception {
    laptop.declaring();
    Path env = laptop.folder().resolve(".env");
    Files.writeString(env, "ANTHROPIC_API_KEY=key-of-a-test\nGOOGLE_API_KEY=key-of-a-test\n");
    Files.setPosixFilePermissions(env, PosixFilePermissions.fromString("rw-r--r--"));
    Files.delete(laptop.folder().resolve(".gitignore"));
    new ProcessBuilder("git", "init", "--quiet", laptop.folder().toString()).start().waitFor();
    Laptop keyless = laptop.with("ANTHROPIC_API_KEY", "").with("GOOGLE_API_KEY", "");

    keyless
        .berth("up", "--env", "laptop")
        .with(4)
        .saying(".env can be read by others than you", "mend: chmod 600 .env")
        .saying("git does not ignore .env", "mend: echo .env >> .gitignore")
        .neverSaying("key-of-a-test");

    nothingRuns();
    Files.setPosixFilePermissions(env, PosixFilePermissions.fromString("rw-------"));
    Files.writeString(laptop.folder().resolve(".gitignore"), ".env\n");
    keyless
        .berth("up", "--env", "laptop", "--preview")
        .with(0)
        .saying("ANTHROPIC_API_KEY from .env")
        .neverSaying("key-of-a-test");
  }

  private void nothingRuns() {
    assertEquals(List.of(), laptop.processes().now());
  }

  @Test
  void aPortThatSomebodyElseHas() throws IOException {
    try (Listener other = Listener.on(0)) {
      Path remembered = laptop.agent(READER).port();
      Files.createDirectories(remembered.getParent());
      Files.writeString(remembered, other.port() + "\n");

      laptop.up(READER).saying("its port " + other.port() + " was taken, so that it has");

      int port = laptop.status(READER).path("port").asInt();
      assertTrue(port > 0 && port != other.port(), "port " + port);
      assertEquals(port + "\n", Files.readString(remembered));
      laptop.berth("ask", READER, "who are you?").with(0).saying("You ");
    }
  }

  /** Declarations cannot say this: what Berth writes is held against the version before. */
  @Test
  void aKeyThatTheVersionDoesNotKnow() throws IOException {
    OpenClawInstall installed = OpenClawInstall.pinned();
    AgentOrder order =
        new AgentOrder(
            READER,
            """
            {"logging": {"consoleStyle": "json"},
             "gateway": {"mode": "local", "bind": "loopback", "memroy": 1}}
            """,
            Base64.getEncoder().encodeToString("# Reader".getBytes(StandardCharsets.UTF_8)),
            "2026.9.6",
            installed.node().toString(),
            installed.program().toString(),
            2L << 30,
            768,
            Map.of(),
            false,
            AgentOrder.Knowledge.NONE,
            List.of(),
            List.of());
    LocalSupervisor supervisor = LocalSupervisor.of(laptop.environment(), System.getenv());

    AgentReport report = supervisor.up(List.of(order), heard -> {}).get(0);

    assertEquals(AgentState.REFUSED, report.state(), report::toString);
    laptop
        .berth("status")
        .with(0)
        .saying("OpenClaw 2026.9.6 refuses to start", "gateway: Unrecognized key: \"memroy\"")
        .saying("mend see what it takes: berth openclaw verify " + READER);
    assertEquals(0, laptop.status(READER).path("restarts").asInt(), "that would mend nothing");
    supervisor.down(List.of(), Duration.ofSeconds(10), heard -> {});
    Patience.until("nobody is left", () -> laptop.processes().now().isEmpty());
    assertFalse(Files.exists(laptop.environment().supervisor()));
  }

  /** Somebody starts a gateway by hand on the folder of an agent. */
  @Test
  void anotherGatewayOnItsStateFolder() throws Exception {
    laptop.up(READER);
    laptop.berth("down", "--env", "laptop").with(0);
    OpenClawInstall installed = OpenClawInstall.pinned();
    AgentFolder folder = laptop.agent(READER);
    int port = freePort();
    ProcessBuilder byHand =
        new ProcessBuilder(
                installed.node().toString(), installed.program().toString(), "gateway", "run")
            .directory(folder.home().toFile())
            .redirectErrorStream(true)
            .redirectOutput(place.resolve("by-hand.log").toFile());
    byHand.environment().clear();
    byHand
        .environment()
        .putAll(
            GatewayVariables.ofGateway(
                folder,
                installed.node(),
                System.getenv(),
                768,
                port,
                Map.of(
                    "OPENCLAW_GATEWAY_TOKEN", "of-this-test-alone",
                    "BERTH_ECHO_PORT", "1",
                    "BERTH_MODEL_KEY", "none")));
    Process other = byHand.start();
    try {
      Patience.until("the other gateway listens", () -> Listener.answers(port));

      laptop
          .berth("up", "--env", "laptop", READER)
          .with(3)
          .saying("another OpenClaw, process " + other.pid() + ", works on its state folder")
          .saying("mend", "stop that process, then: berth up " + READER);

      assertTrue(other.isAlive(), "it was there first");
    } finally {
      other.descendants().forEach(ProcessHandle::destroyForcibly);
      other.destroyForcibly();
    }
    Patience.until("it is gone", () -> !other.isAlive());
    laptop.up(READER);
  }

  private static int freePort() throws IOException {
    try (Listener free = Listener.on(0)) {
      return free.port();
    }
  }
}
