package dev.berth.local.install;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The npm of this machine. Registry, proxy and certificates are its own settings: it is given the
 * whole environment of whoever asked.
 *
 * @param program npm itself
 * @param variables the environment's
 */
record Npm(Path program, Map<String, String> variables) {

  private static final int SECONDS_BETWEEN_LINES = 10;

  /**
   * How npm ended.
   *
   * @param said all it printed
   */
  record Ended(int exitCode, String said) {}

  /**
   * Installs one package with all it needs.
   *
   * @param wanted {@code openclaw@2026.9.6}
   * @param folder an empty one; the packages come into its {@code node_modules}
   * @param progress is told now and then how far it is
   */
  Ended install(String wanted, Path folder, Consumer<String> progress)
      throws IOException, InterruptedException {
    // Without it npm would look for the package that this folder is part of, up to the root.
    Files.writeString(folder.resolve("package.json"), "{\"private\":true}\n");
    Path log = folder.resolve("npm.log");
    ProcessBuilder builder =
        new ProcessBuilder(
                List.of(
                    program.toString(),
                    "install",
                    "--prefix",
                    folder.toString(),
                    "--no-save",
                    "--no-audit",
                    "--no-fund",
                    "--no-progress",
                    // Nothing of what is fetched runs here: neither Node nor OpenClaw asks for it.
                    "--ignore-scripts",
                    wanted))
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().clear();
    builder.environment().putAll(variables);
    Process process = builder.start();
    Thread last = new Thread(() -> end(process), "end-npm");
    Runtime.getRuntime().addShutdownHook(last);
    try {
      process.getOutputStream().close();
      while (!process.waitFor(SECONDS_BETWEEN_LINES, TimeUnit.SECONDS)) {
        progress.accept("  %d packages so far".formatted(packages(folder)));
      }
      return new Ended(process.exitValue(), Files.readString(log));
    } finally {
      end(process);
      over(last);
    }
  }

  private static void end(Process process) {
    process.descendants().forEach(ProcessHandle::destroy);
    process.destroy();
  }

  private static void over(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException ending) {
      // This process ends already, and npm with it.
    }
  }

  private static long packages(Path folder) {
    Path modules = folder.resolve("node_modules");
    if (!Files.isDirectory(modules)) {
      return 0;
    }
    try (Stream<Path> there = Files.list(modules)) {
      return there.filter(Files::isDirectory).count();
    } catch (IOException moving) {
      return 0;
    }
  }

  /** The registry it asks, without a name or a password; npm's own where it does not say. */
  String registry() throws InterruptedException {
    String usual = "https://registry.npmjs.org/";
    try {
      ProcessBuilder builder =
          new ProcessBuilder(program.toString(), "config", "get", "registry")
              .redirectError(ProcessBuilder.Redirect.DISCARD);
      builder.environment().clear();
      builder.environment().putAll(variables);
      Process process = builder.start();
      process.getOutputStream().close();
      if (!process.waitFor(SECONDS_BETWEEN_LINES, TimeUnit.SECONDS)) {
        end(process);
        return usual;
      }
      String said = process.inputReader().lines().reduce(usual, (before, line) -> line).strip();
      return said.startsWith("http") ? WithoutSecrets.of(said) : usual;
    } catch (IOException noProgram) {
      return usual;
    }
  }
}
