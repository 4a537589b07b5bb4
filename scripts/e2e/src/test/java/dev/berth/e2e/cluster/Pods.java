package dev.berth.e2e.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Pods that no controller made. */
final class Pods {

  private Pods() {}

  /** A pod such as {@code workload} makes, smaller than any quota leaves room for. */
  static ObjectNode like(KubernetesObject workload, String name) {
    ObjectNode template = (ObjectNode) workload.tree().path("spec").path("template");
    ObjectNode pod = template.deepCopy();
    pod.put("apiVersion", "v1").put("kind", "Pod");
    pod.withObject("/metadata").put("name", name);
    ObjectNode spec = pod.withObject("/spec");
    spec.remove("initContainers");
    for (JsonNode container : spec.path("containers")) {
      for (String which : new String[] {"requests", "limits"}) {
        ((ObjectNode) container)
            .withObject("/resources/" + which)
            .put("cpu", "50m")
            .put("memory", "64Mi")
            .put("ephemeral-storage", "16Mi");
      }
    }
    // In place of the claim that a StatefulSet would make.
    Edit.add(spec, "/volumes", "{\"name\": \"state\", \"emptyDir\": {\"sizeLimit\": \"1Mi\"}}");
    return pod;
  }
}
