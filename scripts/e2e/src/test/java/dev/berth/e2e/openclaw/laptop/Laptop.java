package dev.berth.e2e.openclaw.laptop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.berth.local.place.AgentFolder;
import dev.berth.local.place.EnvironmentFolder;
import dev.berth.local.place.Places;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A user's machine: this repository's declarations in a folder, a state folder of its own, and the
 * launcher of this checkout.
 *
 * @param folder of fleet.yaml
 * @param state what {@code BERTH_STATE} names
 * @param variables the environment but for what is inherited; one with an empty value is unset
 */
record Laptop(Path folder, Path state, Map<String, String> variables) implements AutoCloseable {

  static final String RESEARCH = "research/research";
  static final String READER = "research/reader";

  private static final Path CHECKOUT = Path.of("../..").toAbsolutePath().normalize();
  private static final String ECHO = "    model: berth/echo\n";

  /** As the repository has it: the echo answers. */
  static Laptop in(Path place) throws IOException {
    Path folder = Files.createDirectory(place.resolve("fleet")).toRealPath();
    for (String name : List.of("fleet.yaml", "waivers.yaml", ".gitignore", "agents", "souls")) {
      copy(CHECKOUT.resolve(name), folder.resolve(name));
    }
    Path state = place.toRealPath().resolve("state");
    return new Laptop(folder, state, Map.of("BERTH_STATE", state.toString()));
  }

  /** Other lines in place of {@code model: berth/echo}, e.g. none. */
  Laptop declaring(String... lines) throws IOException {
    Path file = folder.resolve("fleet.yaml");
    String text = Files.readString(file);
    assertTrue(text.contains(ECHO), text);
    StringBuilder written = new StringBuilder();
    Stream.of(lines).forEach(line -> written.append("    ").append(line).append('\n'));
    Files.writeString(file, text.replace(ECHO, written));
    return this;
  }

  Laptop with(String variable, String value) {
    Map<String, String> more = new HashMap<>(variables);
    more.put(variable, value);
    return new Laptop(folder, state, more);
  }

  /** Runs Berth to its end. */
  Said berth(String... words) {
    Path out = file("out");
    Path err = file("err");
    Process process = start(out, err, words);
    try {
      if (!process.waitFor(Patience.MOST.toSeconds() * 2, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError("berth " + String.join(" ", words) + " does not end\n" + logs());
      }
      Said said = new Said(process.exitValue(), Files.readString(out), Files.readString(err));
      Files.delete(out);
      Files.delete(err);
      return said;
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stop);
    }
  }

  /** The same for a shell. */
  String line(String... words) {
    StringBuilder line = new StringBuilder("(cd '" + folder + "'; env");
    variables.forEach((name, value) -> line.append(" '" + name + "=" + value + "'"));
    line.append(" '" + CHECKOUT.resolve("berth") + "'");
    Stream.of(words).forEach(word -> line.append(" '" + word + "'"));
    return line.append(" < /dev/null)").toString();
  }

  /** Starts Berth without a terminal; Ctrl-C reaches it whatever its parents made of that. */
  Process start(Path out, Path err, String... words) {
    List<String> command =
        new ArrayList<>(
            List.of("env", "--default-signal=INT", CHECKOUT.resolve("berth").toString()));
    command.addAll(List.of(words));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    Stream.of("XDG_STATE_HOME", "BERTH_MODEL_KEY").forEach(builder.environment()::remove);
    builder.environment().putAll(variables);
    builder.environment().values().removeIf(String::isEmpty);
    try {
      return builder
          .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
          .redirectOutput(out.toFile())
          .redirectError(err.toFile())
          .start();
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }

  /** Agents, or all that start unasked, are ready. */
  Said up(String... agents) {
    List<String> words = new ArrayList<>(List.of("up", "--env", "laptop"));
    words.addAll(List.of(agents));
    Said said = berth(words.toArray(String[]::new));
    assertEquals(0, said.exitCode(), () -> said.text() + logs());
    return said;
  }

  /** What {@code berth status} says of one agent. */
  JsonNode status(String agent) {
    JsonNode all = berth("status", "--format", "json").with(0).json();
    for (JsonNode each : all.path("agents")) {
      if (each.path("agent").asText().equals(agent)) {
        return each;
      }
    }
    throw new AssertionError(agent + " is not in " + all);
  }

  /** The gateway of an agent that runs. */
  ProcessHandle gateway(String agent) {
    long pid = status(agent).path("pid").asLong();
    assertNotEquals(0, pid, agent);
    return ProcessHandle.of(pid).orElseThrow();
  }

  ProcessHandle supervisor() {
    return processes().now().stream()
        .filter(each -> Processes.command(each).contains("dev.berth.local.supervise.Main"))
        .findFirst()
        .orElseThrow();
  }

  EnvironmentFolder environment() {
    return Places.of(Map.of("BERTH_STATE", state.toString()), folder).environment("laptop", folder);
  }

  AgentFolder agent(String agent) {
    return environment().agent(agent);
  }

  Processes processes() {
    return new Processes(state);
  }

  /** What its agents and their supervisor logged last, for whoever reads of a failure. */
  String logs() {
    StringBuilder all = new StringBuilder();
    for (Path log : List.of(environment().log(), agent(RESEARCH).log(), agent(READER).log())) {
      try {
        if (Files.exists(log)) {
          List<String> lines = Files.readAllLines(log);
          all.append("--- ").append(log).append('\n');
          lines
              .subList(Math.max(0, lines.size() - 30), lines.size())
              .forEach(line -> all.append(line).append('\n'));
        }
      } catch (IOException unread) {
        all.append(log).append(": ").append(unread.getMessage()).append('\n');
      }
    }
    return all.toString();
  }

  @Override
  public void close() {
    processes().kill();
  }

  private static Path file(String name) {
    try {
      return Files.createTempFile("berth-", "." + name);
    } catch (IOException full) {
      throw new UncheckedIOException(full);
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file).toString()));
      }
    }
  }
}
