package dev.berth.e2e.openclaw.pod;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A container as its pod declares it. */
record Container(JsonNode written) {

  /**
   * A volume's place in a container.
   *
   * @param subPath what of the volume; empty for all of it
   */
  record Mount(String volume, String path, String subPath, boolean readOnly) {}

  /**
   * What the kubelet asks by HTTP.
   *
   * @param port the number that its name stands for
   */
  record Probe(String path, int port, int periodSeconds, int timeoutSeconds, int failures) {}

  String name() {
    return written.path("name").asText();
  }

  List<String> command() {
    return texts("command");
  }

  List<String> arguments() {
    return texts("args");
  }

  /** Whether it runs on beside the pod's own containers. */
  boolean sidecar() {
    return written.path("restartPolicy").asText().equals("Always");
  }

  Map<String, String> environment() {
    Map<String, String> environment = new LinkedHashMap<>();
    for (JsonNode each : written.path("env")) {
      environment.put(each.path("name").asText(), each.path("value").asText());
    }
    return environment;
  }

  List<Mount> mounts() {
    List<Mount> mounts = new ArrayList<>();
    for (JsonNode each : written.path("volumeMounts")) {
      mounts.add(
          new Mount(
              each.path("name").asText(),
              each.path("mountPath").asText(),
              each.path("subPath").asText(),
              each.path("readOnly").asBoolean()));
    }
    return mounts;
  }

  List<Integer> ports() {
    List<Integer> ports = new ArrayList<>();
    written.path("ports").forEach(port -> ports.add(port.path("containerPort").asInt()));
    return ports;
  }

  /** {@code kind} is startup, readiness or liveness; what is not written is Kubernetes' own. */
  Probe probe(String kind) {
    JsonNode probe = written.path(kind + "Probe");
    if (probe.isMissingNode()) {
      throw new IllegalStateException(name() + " has no " + kind + " probe");
    }
    JsonNode get = probe.path("httpGet");
    return new Probe(
        get.path("path").asText(),
        port(get.path("port")),
        probe.path("periodSeconds").asInt(10),
        probe.path("timeoutSeconds").asInt(1),
        probe.path("failureThreshold").asInt(3));
  }

  private int port(JsonNode named) {
    for (JsonNode port : written.path("ports")) {
      if (port.path("name").equals(named)) {
        return port.path("containerPort").asInt();
      }
    }
    return named.asInt();
  }

  private List<String> texts(String key) {
    List<String> texts = new ArrayList<>();
    written.path(key).forEach(each -> texts.add(each.asText()));
    return texts;
  }
}
