package dev.berth.e2e.cluster;

import static dev.berth.e2e.cluster.Edit.add;
import static dev.berth.e2e.cluster.Edit.gateway;
import static dev.berth.e2e.cluster.Edit.pod;
import static dev.berth.e2e.cluster.Edit.refused;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Consumer;

/** What somebody might change in what carries an agent's knowledge. */
final class KnowledgeEdits {

  private static final String HOME = "/var/lib/openclaw";

  private KnowledgeEdits() {}

  static List<Edit> all() {
    return List.of(
        knowledge(
            "push before pull",
            it -> {
              ArrayNode init = init(it);
              init.add(init.remove(1));
            }),
        knowledge("no pull", it -> init(it).remove(1)),
        knowledge(
            "a push that ends before the agent starts",
            it -> push(it).remove(List.of("restartPolicy", "startupProbe", "livenessProbe"))),
        knowledge("a pull for ever", it -> pull(it).put("restartPolicy", "Always")),
        knowledge(
            "keys for the pull",
            it ->
                add(
                    pull(it),
                    "/volumeMounts",
                    "{\"name\": \"run\", \"mountPath\": \"/keys\", \"readOnly\": true}")),
        knowledge(
            "keys for the push",
            it ->
                add(
                    push(it),
                    "/volumeMounts",
                    """
                    {"name": "run", "mountPath": "/keys", "subPath": "keys", "readOnly": true}
                    """)),
        knowledge(
            "the whole disk for the push",
            it ->
                add(push(it), "/volumeMounts", "{\"name\": \"state\", \"mountPath\": \"/disk\"}")),
        knowledge(
            "sessions for the push",
            it ->
                add(
                    push(it),
                    "/volumeMounts",
                    "{\"name\": \"state\", \"mountPath\": \"/disk\", \"subPath\": \"state\"}")),
        knowledge(
            "a soul the push may write",
            it -> mount(push(it), "/run/openclaw/soul").remove("readOnly")),
        knowledge(
            "a soul the agent may write",
            it -> mount(gateway(it), HOME + "/workspace/SOUL.md").remove("readOnly")),
        knowledge(
            "shared folders the agent may write",
            it -> mount(gateway(it), HOME + "/shared").remove("readOnly")));
  }

  private static Edit knowledge(String what, Consumer<ObjectNode> change) {
    return refused("knowledge-sidecar", what, change);
  }

  private static ArrayNode init(ObjectNode workload) {
    return pod(workload).withArray("/initContainers");
  }

  private static ObjectNode pull(ObjectNode workload) {
    return (ObjectNode) init(workload).get(1);
  }

  private static ObjectNode push(ObjectNode workload) {
    return (ObjectNode) init(workload).get(2);
  }

  private static ObjectNode mount(ObjectNode container, String path) {
    for (JsonNode each : container.path("volumeMounts")) {
      if (each.path("mountPath").asText().equals(path)) {
        return (ObjectNode) each;
      }
    }
    throw new AssertionError("nothing is mounted at " + path);
  }
}
