package dev.berth.local.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * OpenClaw as it is installed.
 *
 * @param node the executable
 * @param script {@code openclaw.mjs}
 */
public record OpenClawProgram(Path node, Path script) {

  private static final int DRAIN_SECONDS = 5;

  /**
   * How one of its commands ended.
   *
   * @param exitCode -1 when it was ended because it took too long
   * @param out standard output
   * @param err standard error
   */
  public record Ran(int exitCode, String out, String err) {

    /** Whether it had to be ended. */
    public boolean tookTooLong() {
      return exitCode == -1;
    }
  }

  /** What is started for {@code openclaw WORDS...}. */
  public List<String> command(List<String> words) {
    List<String> command = new ArrayList<>(List.of(node.toString(), script.toString()));
    command.addAll(words);
    return List.copyOf(command);
  }

  /**
   * Runs one command to its end.
   *
   * @param variables all it is given
   * @param folder the working folder, where what it prints is kept until it ended
   * @param most how long it may take
   */
  public Ran run(List<String> words, Map<String, String> variables, Path folder, Duration most)
      throws IOException, InterruptedException {
    // Files, not pipes: a child that outlives the command would hold a pipe open.
    Path out = Files.createTempFile(folder, "out-", "");
    Path err = Files.createTempFile(folder, "err-", "");
    try {
      ProcessBuilder builder =
          new ProcessBuilder(command(words))
              .directory(folder.toFile())
              .redirectOutput(out.toFile())
              .redirectError(err.toFile());
      builder.environment().clear();
      builder.environment().putAll(variables);
      Process process = builder.start();
      Thread last = new Thread(() -> end(process), "end-openclaw");
      Runtime.getRuntime().addShutdownHook(last);
      try {
        process.getOutputStream().close();
        boolean ended = process.waitFor(most.toMillis(), TimeUnit.MILLISECONDS);
        return new Ran(ended ? process.exitValue() : -1, text(out), text(err));
      } finally {
        end(process);
        over(last);
      }
    } finally {
      Files.deleteIfExists(out);
      Files.deleteIfExists(err);
    }
  }

  private static String text(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    } catch (IOException disk) {
      throw new UncheckedIOException(disk);
    }
  }

  private static void end(Process process) {
    List<ProcessHandle> all = new ArrayList<>(process.descendants().toList());
    all.add(process.toHandle());
    all.forEach(ProcessHandle::destroy);
    try {
      if (!process.waitFor(DRAIN_SECONDS, TimeUnit.SECONDS)) {
        all.forEach(ProcessHandle::destroyForcibly);
      }
    } catch (InterruptedException stop) {
      all.forEach(ProcessHandle::destroyForcibly);
      Thread.currentThread().interrupt();
    }
  }

  private static void over(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException ending) {
      // This process ends already, and the command with it.
    }
  }
}
