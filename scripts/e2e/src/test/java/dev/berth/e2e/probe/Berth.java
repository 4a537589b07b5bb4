package dev.berth.e2e.probe;

import dev.berth.e2e.cluster.ControlPlane;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The launcher, as a user starts it, with the lane's cluster in its kubeconfig. */
final class Berth {

  private static final Path HOME = Path.of("..", "..").toAbsolutePath().normalize();

  private Berth() {}

  /** What it printed, on both streams, and its exit code. */
  record Said(String text, int exitCode) {}

  static Said run(ControlPlane plane, String... args) throws IOException, InterruptedException {
    Process process = start(plane, args);
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Said(text, process.waitFor());
  }

  static Process start(ControlPlane plane, String... args) throws IOException {
    List<String> command = new ArrayList<>(List.of(HOME.resolve("berth").toString()));
    command.addAll(List.of(args));
    command.addAll(List.of("--root", HOME.toString(), "--context", "lane"));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("KUBECONFIG", plane.kubeconfig().toString());
    return builder.start();
  }
}
