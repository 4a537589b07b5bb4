package dev.berth.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a user sees of a bug. */
class BugTest {

  private static final Path FLEET = Path.of("src/test/golden/everything-right/given");

  @Test
  void aBugIsOneSentenceThatAsksForAReport() {
    assertEquals(
        """
        berth: a bug: java.lang.IllegalStateException: torn; please report it, with what
        --trace prints
        exit: 70
        """,
        run(new IllegalStateException("torn"), "up", "--preview"));
  }

  @Test
  void theTraceIsPrintedOnRequest() {
    String said = run(new IllegalStateException("torn"), "up", "--preview", "--trace");
    assertTrue(said.contains("\tat dev.berth.cli."), said);
  }

  @Test
  void anErrorOfTheMachineIsABugToo() {
    assertTrue(run(new NoClassDefFoundError("Gone"), "up", "--preview").endsWith("exit: 70\n"));
  }

  private static String run(Throwable thrown, String... args) {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream both = new PrintStream(said, true, StandardCharsets.UTF_8);
    Surroundings around =
        new Surroundings(
            FLEET.toAbsolutePath(),
            CommandRun.HOME,
            Map.of(),
            false,
            CommandRun.TODAY,
            InputStream.nullInputStream(),
            both,
            both);
    Workshop broken =
        new Workshop(
            CommandRun.HOME,
            () -> {
              if (thrown instanceof Error error) {
                throw error;
              }
              throw (RuntimeException) thrown;
            },
            CommandRun.NO_SECRETS,
            CommandRun.NO_CLUSTER,
            CommandRun.NO_KNOWLEDGE,
            CommandRun.NO_LAPTOP);
    int code = Berth.run(around, broken, args);
    return said.toString(StandardCharsets.UTF_8) + "exit: " + code + "\n";
  }
}
