package dev.berth.e2e.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * What the cluster's own authorizer lets somebody do.
 *
 * @param groups beside {@code system:authenticated}, which everybody is in
 */
record Access(ApiServer api, String user, List<String> groups) {

  /** A subject of a RoleBinding: a Group, a User or a ServiceAccount. */
  static Access of(ApiServer api, JsonNode member) {
    String name = member.path("name").asText();
    return switch (member.path("kind").asText()) {
      case "Group" -> new Access(api, "someone@example.com", List.of(name));
      case "ServiceAccount" -> account(api, member.path("namespace").asText(), name);
      default -> new Access(api, name, List.of());
    };
  }

  /** An agent's ServiceAccount. */
  static Access of(ApiServer api, KubernetesObject account) {
    return account(api, account.namespace(), account.name());
  }

  private static Access account(ApiServer api, String namespace, String name) {
    return new Access(
        api,
        "system:serviceaccount:" + namespace + ":" + name,
        List.of("system:serviceaccounts", "system:serviceaccounts:" + namespace));
  }

  /**
   * Whether the authorizer says yes.
   *
   * @param resource as in a Role, {@code pods/log} or {@code statefulsets.apps}
   */
  boolean allowed(String verb, String resource, String namespace) {
    return allowed(verb, resource, namespace, "");
  }

  /**
   * The same of one object.
   *
   * @param object its name; empty text for any
   */
  boolean allowed(String verb, String resource, String namespace, String object) {
    String[] path = resource.split("/", 2);
    String[] kind = path[0].split("\\.", 2);
    Answer answer =
        api.create(
            "/apis/authorization.k8s.io/v1/subjectaccessreviews",
            """
            {"apiVersion": "authorization.k8s.io/v1", "kind": "SubjectAccessReview", "spec": {
              "user": "%s", "groups": [%s], "resourceAttributes": {"verb": "%s", "group": "%s",
                "resource": "%s", "subresource": "%s", "namespace": "%s", "name": "%s"}}}
            """
                .formatted(
                    user,
                    quoted(),
                    verb,
                    kind.length > 1 ? kind[1] : "",
                    kind[0],
                    path.length > 1 ? path[1] : "",
                    namespace,
                    object));
    assertEquals(201, answer.status(), answer.reason());
    return answer.body().path("status").path("allowed").asBoolean();
  }

  /** Everything it may do in a namespace, as {@code get pods/log}, sorted. */
  List<String> all(String namespace, List<String> resources) {
    return resources.parallelStream()
        .flatMap(
            resource ->
                Resources.VERBS.stream()
                    .filter(verb -> allowed(verb, resource, namespace))
                    .map(verb -> verb + " " + resource))
        .sorted()
        .toList();
  }

  /** The status of a real request in its name. */
  int status(String path) {
    return api.get(path, this).status();
  }

  /** Its groups and the one everybody is in. */
  List<String> allGroups() {
    List<String> all = new ArrayList<>(groups);
    all.add("system:authenticated");
    return all;
  }

  private String quoted() {
    return "\"" + String.join("\", \"", allGroups()) + "\"";
  }
}
