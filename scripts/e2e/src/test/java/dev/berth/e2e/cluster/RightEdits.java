package dev.berth.e2e.cluster;

import static dev.berth.e2e.cluster.Edit.add;
import static dev.berth.e2e.cluster.Edit.object;
import static dev.berth.e2e.cluster.Edit.passed;
import static dev.berth.e2e.cluster.Edit.refused;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** What somebody might change in a team's role and its binding. */
final class RightEdits {

  private RightEdits() {}

  static List<Edit> ofRole() {
    return List.of(
        passed("nothing", it -> {}),
        refused("role-wide", "everything", it -> add(it, "/rules", rule("*", "*", "*"))),
        refused("role-wide", "every verb on pods", it -> add(it, "/rules", rule("", "pods", "*"))),
        refused(
            "role-wide", "reading secrets", it -> add(it, "/rules", rule("", "secrets", "get"))),
        refused("role-wide", "shells", it -> add(it, "/rules", rule("", "pods/exec", "create"))),
        refused("role-wide", "own pods", it -> add(it, "/rules", rule("", "pods", "create"))),
        refused(
            "role-wide",
            "tunnels",
            it -> add(it, "/rules", rule("", "pods/portforward", "create"))),
        refused(
            "role-wide", "configuration", it -> add(it, "/rules", rule("", "configmaps", "get"))),
        refused(
            "role-wide",
            "tokens of agents",
            it -> add(it, "/rules", rule("", "serviceaccounts/token", "create"))),
        refused(
            "role-wide",
            "pods of other groups",
            it -> add(it, "/rules", rule("example.com", "pods", "get"))));
  }

  static List<Edit> ofBinding() {
    return List.of(
        passed("nothing", it -> {}),
        passed("one more person", it -> add(it, "/subjects", subject("User", "jo@example.com"))),
        refused(
            "binding-of-everybody",
            "whoever is signed in",
            it -> add(it, "/subjects", subject("Group", "system:authenticated"))),
        refused(
            "binding-of-everybody",
            "an account",
            it ->
                add(
                    it,
                    "/subjects",
                    "{\"kind\": \"ServiceAccount\", \"name\": \"default\", \"namespace\":"
                        + " \"sales\"}")));
  }

  /** A binding's role never changes, so this one is new. */
  static List<Edit> ofNewBinding() {
    return List.of(
        passed("to the team's own role", it -> rename(it)),
        refused(
            "binding-of-cluster-role",
            "to view",
            it -> {
              rename(it);
              it.set(
                  "roleRef",
                  object(
                      """
                      {"apiGroup": "rbac.authorization.k8s.io", "kind": "ClusterRole", "name": "view"}
                      """));
            }));
  }

  private static void rename(ObjectNode binding) {
    binding.withObject("/metadata").put("name", "another");
  }

  private static String rule(String group, String resource, String verb) {
    return """
    {"apiGroups": ["%s"], "resources": ["%s"], "verbs": ["%s"]}
    """
        .formatted(group, resource, verb);
  }

  private static String subject(String kind, String name) {
    return """
    {"apiGroup": "rbac.authorization.k8s.io", "kind": "%s", "name": "%s"}
    """
        .formatted(kind, name);
  }
}
