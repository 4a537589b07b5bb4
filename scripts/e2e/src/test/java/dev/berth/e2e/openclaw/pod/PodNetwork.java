package dev.berth.e2e.openclaw.pod;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.berth.e2e.cluster.Await;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A network of the pod's own that leads nowhere, with a line in to each of its ports, for the
 * kubelet's probes, and one line out, to a model.
 */
final class PodNetwork implements AutoCloseable {

  /** Where the pod finds the model, on its own loopback. */
  static final int MODEL_PORT = 9000;

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final List<Process> processes = new ArrayList<>();
  private final Map<Integer, Integer> ports = new LinkedHashMap<>();
  private final long pid;

  private PodNetwork(Path folder, Path node, List<Integer> containerPorts, int model)
      throws IOException {
    Path script = folder.resolve("line.mjs");
    try (var text = PodNetwork.class.getResourceAsStream("line.mjs")) {
      Files.copy(text, script);
    }
    Path out = folder.resolve("model.sock");
    List<String> inside = new ArrayList<>(List.of(MODEL_PORT + "=" + out));
    List<String> outside = new ArrayList<>(List.of(out + "=" + model));
    for (int port : containerPorts) {
      Path in = folder.resolve(port + ".sock");
      ports.put(port, freePort());
      inside.add(in + "=" + port);
      outside.add(ports.get(port) + "=" + in);
    }
    // It holds the network while the pod's containers come and go.
    List<String> pause = new ArrayList<>(List.of("--unshare-user", "--unshare-net"));
    pause.addAll(List.of("--die-with-parent", "--dev-bind", "/", "/"));
    pause.addAll(List.of(node.toString(), script.toString()));
    pause.addAll(inside);
    Path info = folder.resolve("pause.json");
    processes.add(start(folder, "pause", bwrap(info, pause)));
    pid = child(info);
    Await.until("the pod's network", PATIENCE, () -> Files.exists(socket(folder, containerPorts)));
    List<String> lines = new ArrayList<>(List.of(node.toString(), script.toString()));
    lines.addAll(outside);
    processes.add(start(folder, "lines", lines));
    Await.until("a line to the model", PATIENCE, () -> Files.exists(out));
  }

  private static Path socket(Path folder, List<Integer> ports) {
    return folder.resolve(ports.get(ports.size() - 1) + ".sock");
  }

  /**
   * Starts it.
   *
   * @param folder an empty one of a short name: sockets go there
   * @param model the port of this machine's loopback that the pod's model answers at
   */
  static PodNetwork start(Path folder, Path node, List<Integer> containerPorts, int model)
      throws IOException {
    return new PodNetwork(folder, node, containerPorts, model);
  }

  /** The command in this network. */
  List<String> inside(List<String> command) {
    List<String> words =
        new ArrayList<>(
            List.of(
                "nsenter",
                "--target",
                Long.toString(pid),
                "--user",
                "--preserve-credentials",
                "--net"));
    words.addAll(command);
    return words;
  }

  /** Where this machine finds a port of the pod. */
  int port(int containerPort) {
    return ports.get(containerPort);
  }

  /** A command of bwrap that writes the process it started into a file. */
  static List<String> bwrap(Path info, List<String> options) {
    List<String> command = new ArrayList<>();
    command.addAll(List.of("/bin/sh", "-c", "exec bwrap --info-fd 3 \"$@\" 3> \"$0\""));
    command.add(info.toString());
    command.addAll(options);
    return command;
  }

  /** The process that a command of {@link #bwrap} started. */
  static long child(Path info) throws IOException {
    Await.until("the sandbox", PATIENCE, () -> text(info).contains("}"));
    return new ObjectMapper().readTree(info.toFile()).path("child-pid").asLong();
  }

  private static String text(Path file) {
    try {
      return Files.exists(file) ? Files.readString(file) : "";
    } catch (IOException gone) {
      return "";
    }
  }

  static Process start(Path folder, String name, List<String> command) throws IOException {
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve(name + ".log").toFile())
        .start();
  }

  private static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    }
  }

  @Override
  public void close() {
    for (Process process : processes) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }
}
