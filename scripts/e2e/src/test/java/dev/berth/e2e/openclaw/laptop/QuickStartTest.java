package dev.berth.e2e.openclaw.laptop;

import static dev.berth.e2e.openclaw.laptop.Laptop.READER;
import static dev.berth.e2e.openclaw.laptop.Laptop.RESEARCH;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a newcomer types first: no account, no key, and Berth's own echo for a model. */
class QuickStartTest {

  @TempDir private Path place;

  @Test
  void anAgentAnswersWithTheFirstLinesOfItsSoul() throws Exception {
    try (Laptop laptop = Laptop.in(place)) {
      laptop
          .berth("preview", "--env", "laptop")
          .with(0)
          .saying("Berth  laptop  local", "echo", "Not enforced agents run as you");
      laptop.up().saying(RESEARCH, READER, "Next: berth ask " + READER + " \"who are you?\"");

      Said said = laptop.berth("ask", RESEARCH, "who are you?").with(0);

      said.saying("You help the research team keep up with what is published.");
      String soul = Files.readString(laptop.folder().resolve("souls/reader.md"));
      String first = soul.lines().filter(line -> line.startsWith("You ")).findFirst().orElseThrow();
      said.neverSaying(first);
      laptop.berth("ask", READER, "who are you?").with(0).saying(first);
      laptop.berth("down", "--env", "laptop").with(0);
      Patience.until("nobody is left", () -> laptop.processes().now().isEmpty());
    }
  }

  /** Ctrl-C before anything is ready: as if nothing had been started. */
  @Test
  void ctrlCLeavesNobodyBehind() throws Exception {
    try (Laptop laptop = Laptop.in(place)) {
      Path said = Files.createFile(place.resolve("said"));
      Process up = laptop.start(said, said, "up", "--env", "laptop", READER);
      Path running = laptop.agent(READER).process();
      Patience.until(
          "a gateway", () -> !up.isAlive() || (Files.exists(running) && !isReady(laptop)));
      assertTrue(up.isAlive(), () -> text(said));
      int port = Integer.parseInt(Files.readString(laptop.agent(READER).port()).strip());

      new ProcessBuilder("kill", "-INT", Long.toString(up.pid())).start().waitFor();

      assertTrue(up.waitFor(Patience.MOST.toSeconds(), TimeUnit.SECONDS), "berth ends");
      assertEquals(130, up.exitValue(), text(said));
      assertTrue(text(said).contains("What this has started is stopped again."), text(said));
      Patience.until("nobody is left", () -> laptop.processes().now().isEmpty());
      assertFalse(Listener.answers(port), "nobody listens");
      laptop.berth("status").with(0).saying("Nothing runs.");
    }
  }

  private static boolean isReady(Laptop laptop) {
    return text(laptop.environment().log()).contains(READER + " READY");
  }

  private static String text(Path file) {
    try {
      return Files.exists(file) ? Files.readString(file) : "";
    } catch (IOException gone) {
      throw new AssertionError(gone);
    }
  }
}
