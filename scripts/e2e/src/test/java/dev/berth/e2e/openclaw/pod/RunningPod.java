package dev.berth.e2e.openclaw.pod;

import dev.berth.e2e.cluster.Await;
import dev.berth.e2e.openclaw.OpenClawInstall;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A pod whose containers are processes, started, asked and stopped in the kubelet's order. A
 * command in its gateway has the container's files, user and network, but sees processes of its
 * own.
 */
final class RunningPod implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(120);

  private final RenderedPod pod;
  private final Path folder;
  private final Sandbox sandbox;
  private final KnowledgeImage knowledge;
  private final PodNetwork network;
  private final Deque<Running> sidecars = new ArrayDeque<>();
  // As the kubelet: the gateway takes an offer of HTTP/2 for a WebSocket, and never answers.
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private @Nullable Running gateway;

  /** A process of a container. */
  record Running(String name, Process process, long pid, Path log) {

    String said() {
      try {
        return name + ":\n" + Files.readString(log, StandardCharsets.UTF_8);
      } catch (IOException gone) {
        return gone.toString();
      }
    }

    /** Fails when it is not over within {@code patience}. */
    int exitCode(Duration patience) {
      try {
        if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
          throw new AssertionError("still running after " + patience + "\n" + said());
        }
      } catch (InterruptedException stop) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(stop);
      }
      return process.exitValue();
    }
  }

  private RunningPod(RenderedPod pod, OpenClawInstall openclaw, Path folder, int model)
      throws IOException {
    this.pod = pod;
    this.folder = Files.createTempDirectory(folder, "pod");
    Volumes volumes = Volumes.make(pod, this.folder.resolve("volumes"));
    Path etc = this.folder.resolve("etc");
    this.sandbox = Sandbox.make(openclaw, volumes, etc, pod.agent() + "-0");
    this.knowledge = KnowledgeImage.of(Files.createDirectory(this.folder.resolve("store")));
    List<Integer> ports = new ArrayList<>(pod.gateway().ports());
    pod.init().forEach(each -> ports.addAll(each.ports()));
    this.network = PodNetwork.start(this.folder, openclaw.node(), ports, model);
  }

  /**
   * Starts a pod, up to what the kubelet waits for before it starts the gateway.
   *
   * @param model the port of the model that the pod finds at {@link PodNetwork#MODEL_PORT}
   */
  static RunningPod init(RenderedPod pod, Path folder, int model) throws IOException {
    RunningPod running = new RunningPod(pod, OpenClawInstall.pinned(), folder, model);
    try {
      for (Container each : pod.init()) {
        running.init(each);
      }
      return running;
    } catch (IOException | RuntimeException | AssertionError failed) {
      running.close();
      throw failed;
    }
  }

  private void init(Container container) throws IOException {
    Running running = start(container, container.name(), words(container));
    if (container.sidecar()) {
      sidecars.push(running);
      started(container, running);
    } else if (running.exitCode(PATIENCE) != 0) {
      throw new AssertionError("exit " + running.process().exitValue() + " of " + running.said());
    }
  }

  /** The gateway; returns once its startup probe has passed, within the probe's own budget. */
  RunningPod start() throws IOException {
    Container container = pod.gateway();
    Running running = start(container, container.name(), words(container));
    gateway = running;
    started(container, running);
    return this;
  }

  private void started(Container container, Running running) {
    Container.Probe probe = container.probe("startup");
    try {
      Await.until(
          "the startup probe of " + container.name(),
          Duration.ofSeconds((long) probe.periodSeconds() * probe.failures()),
          () -> !running.process().isAlive() || status(probe) == 200);
    } catch (AssertionError late) {
      throw new AssertionError(running.said(), late);
    }
    if (!running.process().isAlive()) {
      throw new AssertionError("ended early: " + running.said());
    }
  }

  private List<String> words(Container container) throws IOException {
    List<String> words = new ArrayList<>(container.command());
    if (words.isEmpty()) {
      return knowledge.words(container.arguments());
    }
    words.addAll(container.arguments());
    return words;
  }

  private Running start(Container container, String name, List<String> words) throws IOException {
    Sandbox place = container.command().isEmpty() ? knowledge.in(sandbox) : sandbox;
    Path info = Files.createTempFile(folder, name, ".json");
    List<String> command = PodNetwork.bwrap(info, place.options(container, words));
    Process process = PodNetwork.start(folder, name, network.inside(command));
    Path log = folder.resolve(name + ".log");
    try {
      return new Running(name, process, PodNetwork.child(info), log);
    } catch (AssertionError nothing) {
      throw new AssertionError(Files.readString(log), nothing);
    }
  }

  /** One turn of the agent, as a command of the gateway's container. */
  Running ask(String name, String text) throws IOException {
    List<String> words =
        List.of("node", "/app/openclaw.mjs", "agent", "--agent", pod.agent(), "-m", text, "--json");
    return start(pod.gateway(), name, words);
  }

  /** A shell's command in the gateway's container. */
  Running run(String name, String script) throws IOException {
    return start(pod.gateway(), name, List.of("/bin/sh", "-c", script));
  }

  /** What a probe is answered; 0 for no answer in its time. */
  int status(Container.Probe probe) {
    try {
      HttpRequest request =
          HttpRequest.newBuilder(
                  URI.create("http://127.0.0.1:" + network.port(probe.port()) + probe.path()))
              .timeout(Duration.ofSeconds(probe.timeoutSeconds()))
              .build();
      return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    } catch (IOException notYet) {
      return 0;
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stop);
    }
  }

  Running gateway() {
    return java.util.Objects.requireNonNull(gateway, "not started");
  }

  /** SIGTERM to the gateway's process 1. */
  void terminate() {
    signal(gateway());
  }

  /** Stops the sidecars, once the gateway is over; each must end by itself with 0. */
  void stopSidecars() {
    while (!sidecars.isEmpty()) {
      Running sidecar = sidecars.pop();
      signal(sidecar);
      if (sidecar.exitCode(PATIENCE) != 0) {
        throw new AssertionError("exit " + sidecar.process().exitValue() + " of " + sidecar.said());
      }
    }
  }

  private static void signal(Running running) {
    ProcessHandle.of(running.pid()).orElseThrow().destroy();
  }

  @Override
  public void close() {
    if (gateway != null) {
      kill(gateway);
    }
    sidecars.forEach(RunningPod::kill);
    network.close();
  }

  private static void kill(Running running) {
    ProcessHandle.of(running.pid()).ifPresent(ProcessHandle::destroyForcibly);
    running.process().descendants().forEach(ProcessHandle::destroyForcibly);
    running.process().destroyForcibly();
    running.process().onExit().join();
  }
}
