package dev.berth.e2e.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * One running program of the control plane.
 *
 * @param name also the name of its log
 * @param log where it writes both of its streams
 */
record Tool(String name, Process process, Path log) implements AutoCloseable {

  /** Starts a program from the PATH; its log goes to {@code folder}. */
  static Tool start(Path folder, String name, List<String> arguments) {
    Path log = folder.resolve(name + ".log");
    List<String> command = new ArrayList<>(List.of(name));
    command.addAll(arguments);
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
      return new Tool(name, process, log);
    } catch (IOException notFound) {
      throw new UncheckedIOException(
          name + " is not on the PATH: run scripts/e2e/kubernetes, which installs it", notFound);
    }
  }

  /** Throws with the end of its log when the program has ended by itself. */
  void mustRun() {
    if (!process.isAlive()) {
      throw new IllegalStateException(name + " ended early\n" + endOfLog());
    }
  }

  String endOfLog() {
    try {
      List<String> lines = Files.readAllLines(log, StandardCharsets.UTF_8);
      return String.join("\n", lines.subList(Math.max(0, lines.size() - 20), lines.size()));
    } catch (IOException gone) {
      return log + " cannot be read: " + gone.getMessage();
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException stop) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
