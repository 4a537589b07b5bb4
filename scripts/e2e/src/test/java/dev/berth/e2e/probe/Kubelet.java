package dev.berth.e2e.probe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.berth.e2e.cluster.Answer;
import dev.berth.e2e.cluster.ApiServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * Plays the kubelet for pods of probes: runs each container's own command on this machine, and
 * writes the pod's status as a kubelet would. What it adds is the network: every address the
 * command is to try is replaced by one on loopback.
 */
final class Kubelet implements AutoCloseable {

  /** Where a pod finds a termination message's file; here it is one of this machine. */
  private static final String MESSAGE = "/dev/termination-log";

  private final ApiServer api;
  private final BiFunction<String, ObjectNode, ObjectNode> network;
  private final Set<String> begun = new HashSet<>();
  private final Thread loop = new Thread(this::play, "kubelet");
  private volatile boolean stopped;

  /**
   * @param network by {@code namespace/agent} and what its probe is asked, the same with addresses
   *     that are there
   */
  Kubelet(ApiServer api, BiFunction<String, ObjectNode, ObjectNode> network) {
    this.api = api;
    this.network = network;
    loop.setDaemon(true);
    loop.start();
  }

  private void play() {
    while (!stopped) {
      JsonNode pods =
          api.get("/api/v1/pods?labelSelector=app.kubernetes.io/component=probe").body();
      for (JsonNode pod : pods.path("items")) {
        if (begun.add(pod.path("metadata").path("uid").asText())) {
          try {
            run(pod);
          } catch (IOException broken) {
            throw new IllegalStateException(broken);
          }
        }
      }
      pause();
    }
  }

  private void run(JsonNode pod) throws IOException {
    JsonNode container = pod.path("spec").path("containers").path(0);
    String agent =
        pod.path("metadata").path("namespace").asText()
            + "/"
            + pod.path("metadata").path("labels").path("app.kubernetes.io/instance").asText();
    Path message = Files.createTempFile("termination", ".log");
    List<String> command = new ArrayList<>();
    container.path("command").forEach(each -> command.add(each.asText()));
    for (JsonNode each : container.path("args")) {
      String argument = each.asText();
      if (argument.equals(MESSAGE)) {
        command.add(message.toString());
      } else if (argument.startsWith("{")) {
        command.add(network.apply(agent, (ObjectNode) Script.JSON.readTree(argument)).toString());
      } else {
        command.add(argument);
      }
    }
    Script.Run run = Script.run(message, command);
    Files.delete(message);
    report(pod, run);
  }

  private void report(JsonNode pod, Script.Run run) {
    ObjectNode status = Script.JSON.createObjectNode();
    status.put("phase", run.exitCode() == 0 ? "Succeeded" : "Failed");
    ObjectNode container = status.putArray("containerStatuses").addObject();
    JsonNode spec = pod.path("spec").path("containers").path(0);
    container.put("name", spec.path("name").asText()).put("image", spec.path("image").asText());
    container.put("imageID", "").put("ready", false).put("restartCount", 0);
    container
        .putObject("state")
        .putObject("terminated")
        .put("exitCode", run.exitCode())
        .put("reason", run.exitCode() == 0 ? "Completed" : "Error")
        .put("message", run.message());
    JsonNode metadata = pod.path("metadata");
    Answer answer =
        api.merge(
            "/api/v1/namespaces/%s/pods/%s/status"
                .formatted(metadata.path("namespace").asText(), metadata.path("name").asText()),
            Script.JSON.createObjectNode().set("status", status).toString());
    // Somebody may have deleted it meanwhile.
    if (!answer.accepted() && answer.status() != 404) {
      throw new IllegalStateException(answer.toString());
    }
  }

  private static void pause() {
    try {
      Thread.sleep(200);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    stopped = true;
    try {
      loop.join();
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }
}
