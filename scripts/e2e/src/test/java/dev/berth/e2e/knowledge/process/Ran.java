package dev.berth.e2e.knowledge.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * A program that ran to its end.
 *
 * @param exitCode what it ended with
 * @param out its standard output
 * @param err its standard error
 */
record Ran(int exitCode, String out, String err) {

  /**
   * Runs a program of the PATH.
   *
   * @param input its standard input
   */
  static Ran run(Path folder, Map<String, String> environment, String input, List<String> command) {
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().putAll(environment);
    try {
      Process process = builder.start();
      CompletableFuture<String> err =
          CompletableFuture.supplyAsync(() -> text(process.getErrorStream()));
      process.getOutputStream().write(input.getBytes(StandardCharsets.UTF_8));
      process.getOutputStream().close();
      String out = text(process.getInputStream());
      return new Ran(process.waitFor(), out, err.join());
    } catch (IOException notFound) {
      throw new IllegalStateException(
          command.get(0) + " is not on the PATH: see scripts/e2e/tools", notFound);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", stop);
    }
  }

  static Ran run(Path folder, String... command) {
    return run(folder, Map.of(), "", List.of(command));
  }

  /** Fails with everything it said when it did not end well. */
  Ran well() {
    if (exitCode != 0) {
      throw new AssertionError("ended with " + exitCode + "\n" + out + "\n" + err);
    }
    return this;
  }

  private static String text(java.io.InputStream stream) {
    try (stream) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException gone) {
      return "cannot be read: " + gone.getMessage();
    }
  }
}
