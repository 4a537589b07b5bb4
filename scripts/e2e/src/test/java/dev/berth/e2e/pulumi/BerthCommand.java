package dev.berth.e2e.pulumi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Berth's launcher, started as a process of its own, without a terminal, on a lane's fleet.
 *
 * @param variables the whole environment but for what the process inherits
 */
record BerthCommand(Lane lane, Map<String, String> variables) {

  private static final Path HOME = Path.of("../..").toAbsolutePath().normalize();

  /** What no user may see: the insides of a JVM, a log, a secret. */
  private static final Pattern INSIDE =
      Pattern.compile(
          "^\\s+at [\\w.$/]+\\(|Exception|-classpath|berth\\.home|-Xmx|\\.jar|SLF4J|SEVERE|WARNING"
              + "|grpc|\\bnull\\b|\\[\\d+m|"
              + Pattern.quote(Lane.PASSPHRASE),
          Pattern.MULTILINE);

  static BerthCommand in(Lane lane) {
    return new BerthCommand(lane, lane.environment(Map.of()));
  }

  BerthCommand with(String variable, String value) {
    Map<String, String> more = new HashMap<>(variables);
    more.put(variable, value);
    return new BerthCommand(lane, more);
  }

  BerthCommand without(String variable) {
    Map<String, String> less = new HashMap<>(variables);
    less.remove(variable);
    return new BerthCommand(lane, less);
  }

  /** A run that came to its end. */
  record Said(int exit, String text) {

    Said with(int expected) {
      assertEquals(expected, exit, text);
      return this;
    }

    Said saying(String... parts) {
      for (String part : parts) {
        // A sentence may be broken anywhere.
        assertTrue(
            text.contains(part) || text.replace('\n', ' ').contains(part),
            () -> "not `" + part + "` in:\n" + text);
      }
      return this;
    }

    Said neverSaying(String... parts) {
      for (String part : parts) {
        assertFalse(text.contains(part), () -> "`" + part + "` in:\n" + text);
      }
      return this;
    }
  }

  /** Runs to the end; whatever it said must be fit for a user. */
  Said run(String... words) throws IOException, InterruptedException {
    Path file = Files.createTempFile(lane.folder(), "said", ".txt");
    Process process = start(file, words);
    return fitForUsers(process.waitFor(), file, words);
  }

  private Said fitForUsers(int exit, Path file, String... words) throws IOException {
    Said said = new Said(exit, Files.readString(file));
    Files.delete(file);
    Files.writeString(
        lane.folder().resolve("transcript.txt"),
        "$ berth %s\n%sexit: %d\n\n".formatted(String.join(" ", words), said.text(), exit),
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
    assertEquals(
        List.of(),
        said.text()
            .lines()
            .filter(line -> line.length() > 80 || INSIDE.matcher(line).find())
            .toList(),
        said.text());
    return said;
  }

  /** Starts it; standard output and error go to {@code file}. */
  Process start(Path file, String... words) throws IOException {
    List<String> command = new ArrayList<>(List.of(HOME.resolve("berth").toString()));
    return start(command, file, words);
  }

  /** The same without its launcher, on a machine where no command is to be found. */
  Said runWithoutTools(String... words) throws IOException, InterruptedException {
    Path empty = Files.createDirectories(lane.folder().resolve("empty"));
    Path file = Files.createTempFile(lane.folder(), "said", ".txt");
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dberth.home=" + lane.folder(),
                "-jar",
                HOME.resolve("generator/cli/target/berth.jar").toString()));
    Process process = with("PATH", empty.toString()).start(command, file, words);
    return fitForUsers(process.waitFor(), file, words);
  }

  private Process start(List<String> command, Path file, String... words) throws IOException {
    command.addAll(List.of(words));
    ProcessBuilder builder = new ProcessBuilder(command).directory(lane.folder().toFile());
    Stream.of("PULUMI_CONFIG_PASSPHRASE", "PULUMI_BACKEND_URL", "PULUMI_ACCESS_TOKEN")
        .forEach(builder.environment()::remove);
    builder.environment().putAll(variables);
    // The checkout's templates and project folders, as the lane has them: it writes into those.
    builder.environment().put("BERTH_JAVA_OPTS", "-Dberth.home=" + lane.folder());
    return builder
        .redirectErrorStream(true)
        .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
        .redirectOutput(file.toFile())
        .start();
  }
}
