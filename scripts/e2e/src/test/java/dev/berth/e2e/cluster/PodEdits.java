package dev.berth.e2e.cluster;

import static dev.berth.e2e.cluster.Edit.add;
import static dev.berth.e2e.cluster.Edit.gateway;
import static dev.berth.e2e.cluster.Edit.passed;
import static dev.berth.e2e.cluster.Edit.pod;
import static dev.berth.e2e.cluster.Edit.prepare;
import static dev.berth.e2e.cluster.Edit.refused;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** What somebody might change in an agent's workload with {@code kubectl edit}. */
final class PodEdits {

  private PodEdits() {}

  static List<Edit> all() {
    return List.of(
        passed("nothing", it -> {}),
        passed(
            "more memory", it -> gateway(it).withObject("/resources/limits").put("memory", "3Gi")),
        refused(
            "token-mounted",
            "mount the token",
            it -> pod(it).put("automountServiceAccountToken", true)),
        refused(
            "token-mounted",
            "say nothing of the token",
            it -> pod(it).remove("automountServiceAccountToken")),
        refused(
            "token-mounted",
            "project a token",
            it ->
                add(
                    pod(it),
                    "/volumes",
                    """
                    {"name": "t", "projected": {"sources": [{"serviceAccountToken": {"path": "t"}}]}}
                    """)),
        refused(
            "other-account",
            "run as another agent",
            it -> pod(it).put("serviceAccountName", "other")),
        refused(
            "other-account",
            "run as the namespace's account",
            it -> pod(it).put("serviceAccountName", "default")),
        refused("host-access", "host network", it -> pod(it).put("hostNetwork", true)),
        refused("host-access", "host processes", it -> pod(it).put("hostPID", true)),
        refused("host-access", "host IPC", it -> pod(it).put("hostIPC", true)),
        refused(
            "host-access",
            "one process namespace",
            it -> pod(it).put("shareProcessNamespace", true)),
        refused(
            "host-access",
            "host port",
            it -> add(gateway(it), "/ports", "{\"containerPort\": 1, \"hostPort\": 8080}")),
        refused(
            "volume-kind",
            "host path",
            it -> add(pod(it), "/volumes", "{\"name\": \"h\", \"hostPath\": {\"path\": \"/\"}}")),
        refused(
            "volume-kind",
            "plain Secret",
            it ->
                add(pod(it), "/volumes", "{\"name\": \"s\", \"secret\": {\"secretName\": \"s\"}}")),
        refused(
            "image-unpinned",
            "a tag alone",
            it -> gateway(it).put("image", image(it).split("@", 2)[0])),
        refused(
            "image-unpinned",
            "a digest alone",
            it -> gateway(it).put("image", image(it).replaceFirst(":[^:@]+@", "@"))),
        refused(
            "image-unpinned",
            "latest",
            it -> gateway(it).put("image", image(it).replaceFirst(":[^:@]+@", ":latest@"))),
        refused(
            "image-repository",
            "another registry",
            it -> gateway(it).put("image", image(it).replaceFirst("^[^/]+/", "example.com/"))),
        refused(
            "image-repository",
            "another registry, before the gateway",
            it -> prepare(it).put("image", image(it).replaceFirst("^[^/]+/", "example.com/"))),
        refused(
            "limits-absent",
            "no limits",
            it -> gateway(it).withObject("/resources").remove("limits")),
        refused(
            "limits-absent",
            "no limit of disk",
            it -> gateway(it).withObject("/resources/limits").remove("ephemeral-storage")),
        refused(
            "limits-absent",
            "no requests",
            it -> prepare(it).withObject("/resources").remove("requests")),
        refused("root-user", "root", it -> security(it).put("runAsUser", 0)),
        refused("root-user", "a low user", it -> security(it).put("runAsUser", 1000)),
        refused(
            "root-user",
            "no user at the pod",
            it -> pod(it).withObject("/securityContext").remove("runAsUser")),
        refused("root-user", "no group", it -> security(it).remove("runAsGroup")),
        refused("root-user", "maybe root", it -> security(it).remove("runAsNonRoot")),
        refused(
            "privileges", "escalation", it -> security(it).put("allowPrivilegeEscalation", true)),
        refused(
            "privileges",
            "silent escalation",
            it -> security(it).remove("allowPrivilegeEscalation")),
        refused("privileges", "capabilities kept", it -> security(it).remove("capabilities")),
        refused(
            "privileges",
            "capability added",
            it -> security(it).withObject("/capabilities").withArray("add").add("NET_ADMIN")),
        refused(
            "writable-root",
            "writable root",
            it -> security(it).put("readOnlyRootFilesystem", false)),
        refused("seccomp-absent", "no profile", it -> security(it).remove("seccompProfile")),
        refused(
            "seccomp-absent",
            "no profile at the pod",
            it -> pod(it).withObject("/securityContext").remove("seccompProfile")),
        refused(
            "disk-group",
            "root's group",
            it -> pod(it).withObject("/securityContext").put("fsGroup", 0)),
        refused(
            "disk-group",
            "every file's group, always",
            it -> pod(it).withObject("/securityContext").remove("fsGroupChangePolicy")),
        refused("service-links", "links", it -> pod(it).put("enableServiceLinks", true)),
        refused("service-links", "silent links", it -> pod(it).remove("enableServiceLinks")),
        refused(
            "probe-host",
            "a probe of another host",
            it -> gateway(it).withObject("/livenessProbe/httpGet").put("host", "192.0.2.7")),
        refused(
            "image-not-pulled",
            "whatever the node has",
            it -> gateway(it).put("imagePullPolicy", "IfNotPresent")),
        refused(
            "image-not-pulled",
            "whatever the cluster means",
            it -> prepare(it).remove("imagePullPolicy")),
        refused(
            "volume-unbounded",
            "a directory without a size",
            it -> add(pod(it), "/volumes", "{\"name\": \"e\", \"emptyDir\": {}}")),
        refused(
            "volume-readable",
            "files for everybody",
            it ->
                add(
                    pod(it),
                    "/volumes",
                    """
                    {"name": "p", "projected": {"defaultMode": 292,
                     "sources": [{"configMap": {"name": "c"}}]}}
                    """)),
        refused(
            "secret-in-environment",
            "a secret variable",
            it ->
                add(
                    gateway(it),
                    "/env",
                    """
                    {"name": "K", "valueFrom": {"secretKeyRef": {"name": "s", "key": "k"}}}
                    """)),
        refused(
            "secret-in-environment",
            "all of a Secret",
            it -> add(gateway(it), "/envFrom", "{\"secretRef\": {\"name\": \"s\"}}")),
        refused(
            "secret-in-gateway",
            "the delivered secrets",
            it -> {
              add(
                  pod(it),
                  "/volumes",
                  """
                  {"name": "d", "csi": {"driver": "secrets-store-gke.csi.k8s.io"}}
                  """);
              add(gateway(it), "/volumeMounts", "{\"name\": \"d\", \"mountPath\": \"/d\"}");
            }),
        refused(
            "secret-in-gateway",
            "a projected Secret in a sidecar",
            it -> {
              add(
                  pod(it),
                  "/volumes",
                  """
                  {"name": "d", "projected": {"defaultMode": 288,
                   "sources": [{"secret": {"name": "s"}}]}}
                  """);
              prepare(it).put("restartPolicy", "Always");
              add(prepare(it), "/volumeMounts", "{\"name\": \"d\", \"mountPath\": \"/d\"}");
            }));
  }

  private static ObjectNode security(ObjectNode workload) {
    return gateway(workload).withObject("/securityContext");
  }

  private static String image(ObjectNode workload) {
    return gateway(workload).path("image").asText();
  }
}
