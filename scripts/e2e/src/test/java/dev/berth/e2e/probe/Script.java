package dev.berth.e2e.probe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** The real script, run by the real Node of the PATH, as a Job's container would run it. */
final class Script {

  static final ObjectMapper JSON = new ObjectMapper();

  private static final Path FILE = Path.of("..", "..", "templates", "probe", "probe.mjs");

  private Script() {}

  /**
   * What one run left.
   *
   * @param said everything it printed
   * @param message its termination message; empty when it wrote none
   */
  record Run(int exitCode, String said, String message) {

    /** {@code is: why} by check. */
    Map<String, String> results() {
      Map<String, String> results = new TreeMap<>();
      said.lines()
          .map(Run::tree)
          .forEach(
              each ->
                  results.put(
                      each.path("id").asText(),
                      each.path("is").asText() + ": " + each.path("why").asText()));
      return results;
    }

    JsonNode verdict() {
      return tree(message);
    }

    private static JsonNode tree(String text) {
      try {
        return JSON.readTree(text);
      } catch (IOException broken) {
        throw new UncheckedIOException(text, broken);
      }
    }
  }

  /** Runs it with {@code checks} as its last argument. */
  static Run run(String checks) throws IOException {
    Path message = Files.createTempFile("verdict", ".json");
    try {
      return run(message, checks);
    } finally {
      Files.deleteIfExists(message);
    }
  }

  static Run run(Path message, String checks) throws IOException {
    List<String> command = new ArrayList<>(List.of("node", "--input-type=module", "--eval"));
    command.addAll(List.of(Files.readString(FILE), "--", message.toString(), checks));
    return run(message, command);
  }

  /** Runs a container's command, whose termination message goes to {@code message}. */
  static Run run(Path message, List<String> command) throws IOException {
    Path output = Files.createTempFile("probe", ".log");
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      if (!process.waitFor(2, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        throw new AssertionError("the script does not end");
      }
      return new Run(
          process.exitValue(),
          Files.readString(output),
          Files.exists(message) ? Files.readString(message) : "");
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", stop);
    } finally {
      Files.deleteIfExists(output);
    }
  }
}
