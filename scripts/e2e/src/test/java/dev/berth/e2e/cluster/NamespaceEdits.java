package dev.berth.e2e.cluster;

import static dev.berth.e2e.cluster.Edit.passed;
import static dev.berth.e2e.cluster.Edit.refused;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** What somebody might change in a team's namespace with {@code kubectl label}. */
final class NamespaceEdits {

  private static final String MANAGED = "app.kubernetes.io/managed-by";
  private static final String POD_SECURITY = "pod-security.kubernetes.io/";

  private NamespaceEdits() {}

  static List<Edit> all() {
    return List.of(
        passed("nothing", it -> {}),
        passed("a label of one's own", it -> labels(it).put("cost-center", "7")),
        passed("a newer version", it -> labels(it).put(POD_SECURITY + "enforce-version", "v1.36")),
        refused("namespace-opened", "nobody's", it -> labels(it).remove(MANAGED)),
        refused("namespace-opened", "somebody else's", it -> labels(it).put(MANAGED, "helm")),
        refused(
            "namespace-unguarded",
            "privileged pods",
            it -> labels(it).put(POD_SECURITY + "enforce", "privileged")),
        refused(
            "namespace-unguarded",
            "no Pod Security",
            it -> labels(it).remove(POD_SECURITY + "enforce")),
        refused(
            "namespace-unguarded",
            "no warning",
            it -> labels(it).put(POD_SECURITY + "warn", "baseline")),
        refused(
            "namespace-unguarded",
            "whatever version",
            it -> labels(it).put(POD_SECURITY + "enforce-version", "latest")));
  }

  static ObjectNode labels(ObjectNode namespace) {
    return namespace.withObject("/metadata/labels");
  }
}
