package dev.berth.e2e.knowledge.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.berth.e2e.cluster.Await;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Runs a pod's programs as real processes in the order its specification says, and stops them in
 * the order the kubelet does: the agent first, then sidecars in reverse, all within one grace
 * period. The agent is a stand-in that takes its time over its last words.
 */
final class Kubelet implements AutoCloseable {

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final PodSpec pod;
  private final KnowledgeProgram program;
  private final Home home;
  private final String store;
  private final Path run;
  private final int port;
  private final List<String> order = new ArrayList<>();
  private final Deque<KnowledgeProgram.Running> sidecars = new ArrayDeque<>();
  private Process agent;

  Kubelet(PodSpec pod, KnowledgeProgram program, Home home, String store, Path folder)
      throws IOException {
    this.pod = pod;
    this.program = program;
    this.home = home;
    this.store = store;
    this.run = Files.createTempDirectory(folder, "run");
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      this.port = free.getLocalPort();
    }
  }

  /**
   * Starts all of it.
   *
   * @param lastWords what the agent writes into MEMORY.md after its SIGTERM
   */
  void start(String lastWords) throws Exception {
    Files.writeString(run.resolve("SOUL.md"), "the soul");
    Files.writeString(run.resolve("openclaw.json"), "{}\n");
    for (PodSpec.Container each : pod.init()) {
      if (each.arguments().isEmpty()) {
        // It copies what is declared, which was done above, and makes the agent's folder.
        Files.createDirectories(home.folder().resolve("workspace"));
        continue;
      }
      KnowledgeProgram.Running running = program.run(arguments(each), store, home);
      if (each.sidecar()) {
        sidecars.push(running);
        Await.until(
            "the startup probe of " + each.name(),
            Duration.ofSeconds(60),
            () -> status(each.startupPath()) == 200);
        order.add(each.name() + " is up");
      } else {
        assertEquals(0, running.exitCode(), running.said());
        order.add(each.name() + " ended");
      }
    }
    agent = agent(lastWords);
    order.add(pod.containers().get(0) + " is up");
  }

  private Process agent(String lastWords) throws IOException {
    String script =
        """
        say() { sleep 1; printf '%s' "$WORDS" >> MEMORY.md; sleep 1; exit 0; }
        trap say TERM
        printf 'alive. ' >> MEMORY.md
        while :; do sleep 0.1; done
        """;
    ProcessBuilder builder =
        new ProcessBuilder("/bin/sh", "-c", script)
            .directory(home.folder().resolve("workspace").toFile());
    builder.environment().put("WORDS", lastWords);
    Process process = builder.start();
    Path memory = home.folder().resolve("workspace/MEMORY.md");
    Await.until("the agent", Duration.ofSeconds(30), () -> Files.exists(memory));
    return process;
  }

  /** What the pod says, with this machine's folders and port, and a shorter pace. */
  private List<String> arguments(PodSpec.Container container) {
    Map<String, String> here =
        Map.of(
            "--soul",
            run.resolve("SOUL.md").toString(),
            "--config",
            run.resolve("openclaw.json").toString(),
            "--every",
            "1s",
            "--listen",
            "127.0.0.1:" + port);
    List<String> arguments = new ArrayList<>();
    for (int i = 0; i < container.arguments().size(); i++) {
      String word = container.arguments().get(i);
      boolean elsewhere = List.of("--store", "--home", "--shared").contains(word);
      if (elsewhere || here.containsKey(word)) {
        i++;
      }
      if (!elsewhere) {
        arguments.add(word);
      }
      if (here.containsKey(word)) {
        arguments.add(here.get(word));
      }
    }
    return arguments;
  }

  /** Stops all of it; the sidecars' exit codes are 0, and nothing had to be killed. */
  void stop() throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(pod.gracePeriodSeconds());
    agent.destroy();
    assertTrue(agent.waitFor(end - System.nanoTime(), TimeUnit.NANOSECONDS), "the agent ends");
    order.add(pod.containers().get(0) + " ended");
    while (!sidecars.isEmpty()) {
      KnowledgeProgram.Running sidecar = sidecars.pop();
      assertTrue(sidecar.process().isAlive(), sidecar.said());
      sidecar.process().destroy();
      boolean ended = sidecar.process().waitFor(end - System.nanoTime(), TimeUnit.NANOSECONDS);
      assertTrue(ended, () -> "would have been killed: " + sidecar);
      assertEquals(0, sidecar.process().exitValue(), sidecar.said());
      order.add("sidecar ended");
    }
  }

  /** What started and ended, in order. */
  List<String> order() {
    return List.copyOf(order);
  }

  /** The one sidecar. */
  KnowledgeProgram.Running sidecar() {
    return sidecars.element();
  }

  int status(String path) {
    return get(path).map(HttpResponse::statusCode).orElse(0);
  }

  String body(String path) {
    return get(path).map(HttpResponse::body).orElse("");
  }

  private java.util.Optional<HttpResponse<String>> get(String path) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .timeout(Duration.ofSeconds(10))
            .build();
    try {
      return java.util.Optional.of(HTTP.send(request, BodyHandlers.ofString()));
    } catch (IOException notYet) {
      return java.util.Optional.empty();
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stop);
    }
  }

  @Override
  public void close() {
    sidecars.forEach(each -> each.process().destroyForcibly());
    if (agent != null) {
      agent.destroyForcibly();
    }
  }
}
