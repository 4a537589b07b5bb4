package dev.berth.e2e.cluster;

/** Pods that are no agents. */
final class Pods {

  private Pods() {}

  /** Legal under the restricted level and smaller than any quota leaves room for. */
  static String small(String name) {
    return """
    {"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "%s"}, "spec": {
      "automountServiceAccountToken": false,
      "securityContext": {"runAsNonRoot": true, "runAsUser": 10001,
        "seccompProfile": {"type": "RuntimeDefault"}},
      "containers": [{"name": "one", "image": "example.com/one:1",
        "securityContext": {"allowPrivilegeEscalation": false, "capabilities": {"drop": ["ALL"]}},
        "resources": {
          "requests": {"cpu": "50m", "memory": "64Mi", "ephemeral-storage": "16Mi"},
          "limits": {"cpu": "50m", "memory": "64Mi", "ephemeral-storage": "16Mi"}}}]}}
    """
        .formatted(name);
  }
}
