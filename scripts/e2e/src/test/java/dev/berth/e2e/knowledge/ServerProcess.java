package dev.berth.e2e.knowledge;

import dev.berth.e2e.cluster.Await;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** One server of the lane, on a port of the loopback interface that was free. */
final class ServerProcess implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final String name;
  private final Process process;
  private final Path log;

  private ServerProcess(String name, Process process, Path log) {
    this.name = name;
    this.process = process;
    this.log = log;
  }

  /** Starts a program from the PATH, and returns once it takes connections at a port. */
  static ServerProcess start(
      Path folder, int port, Map<String, String> environment, List<String> command)
      throws IOException {
    String name = command.get(0);
    Path log = Files.createTempFile(folder, name, ".log");
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
    builder.environment().putAll(environment);
    Process process;
    try {
      process = builder.start();
    } catch (IOException notFound) {
      throw new UncheckedIOException(
          name + " is not on the PATH: run scripts/e2e/knowledge, which installs it", notFound);
    }
    ServerProcess server = new ServerProcess(name, process, log);
    try {
      Await.until(name + " at port " + port, PATIENCE, () -> server.answers(port));
    } catch (AssertionError | IllegalStateException early) {
      server.close();
      throw new IllegalStateException(name + " does not serve\n" + server.endOfLog(), early);
    }
    return server;
  }

  private boolean answers(int port) {
    if (!process.isAlive()) {
      throw new IllegalStateException(name + " ended early");
    }
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
      return true;
    } catch (IOException notYet) {
      return false;
    }
  }

  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  String endOfLog() {
    try {
      List<String> lines = Files.readAllLines(log, StandardCharsets.ISO_8859_1);
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
