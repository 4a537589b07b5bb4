package dev.berth.e2e.knowledge.cost;

import dev.berth.e2e.cluster.Await;
import dev.berth.e2e.knowledge.S3Server;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The program of the pod as a process of its own, with the flags that its image gives Java. */
final class AgentProgram implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final Pattern FLAG = Pattern.compile("<jvmFlag>(.*)</jvmFlag>");

  private final Process process;
  private final Path log;

  private AgentProgram(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  static AgentProgram start(Path folder, String... arguments) throws IOException {
    Path module = root().resolve("generator/knowledge");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    FLAG.matcher(Files.readString(module.resolve("pom.xml")))
        .results()
        .map(flag -> flag.group(1))
        .forEach(command::add);
    command.addAll(List.of("-jar", module.resolve("target/berth-knowledge.jar").toString()));
    command.addAll(Arrays.asList(arguments));
    Path log = Files.createTempFile(folder, "program", ".log");
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
    builder.environment().put("AWS_ACCESS_KEY_ID", S3Server.ACCESS_KEY);
    builder.environment().put("AWS_SECRET_ACCESS_KEY", S3Server.SECRET_KEY);
    return new AgentProgram(builder.start(), log);
  }

  /** Runs it to its end, which must be a good one; what it said. */
  static String run(Path folder, String... arguments) throws IOException, InterruptedException {
    try (AgentProgram program = start(folder, arguments)) {
      return program.end();
    }
  }

  private static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("fleet.yaml"))) {
      folder = folder.getParent();
      if (folder == null) {
        throw new IllegalStateException("not in a checkout of Berth");
      }
    }
    return folder;
  }

  /** Returns once it has said this so many times. */
  void awaitSaid(String pattern, int times) {
    Await.until(
        pattern + ", " + times + " times",
        PATIENCE,
        () -> {
          if (!process.isAlive()) {
            throw new AssertionError("ended early\n" + said());
          }
          return Pattern.compile(pattern).matcher(said()).results().count() >= times;
        });
  }

  String said() {
    try {
      return Files.readString(log, StandardCharsets.UTF_8);
    } catch (IOException gone) {
      throw new IllegalStateException(gone);
    }
  }

  /** The most memory it held until now, in KiB: the peak of its resident set. */
  long peakKib() throws IOException {
    return kib("VmHWM");
  }

  private long kib(String name) throws IOException {
    String status = Files.readString(Path.of("/proc", Long.toString(process.pid()), "status"));
    return Pattern.compile("(?m)^" + name + ":\\s+([0-9]+) kB$")
        .matcher(status)
        .results()
        .map((MatchResult line) -> Long.valueOf(line.group(1)))
        .findFirst()
        .orElseThrow();
  }

  /** Asks it to stop, as a pod is. */
  void stop() {
    process.destroy();
  }

  /** Waits for its end, which must be a good one; what it said. */
  String end() throws InterruptedException {
    if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS) || process.exitValue() != 0) {
      throw new AssertionError("did not end well\n" + said());
    }
    return said();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
