package dev.berth.e2e.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What the cluster's own authorizer lets somebody do.
 *
 * @param member a subject of a RoleBinding: a Group, a User or a ServiceAccount
 */
record Access(ApiServer api, JsonNode member) {

  /**
   * @param resource as in a Role, {@code pods/log} or {@code statefulsets.apps}
   */
  boolean allowed(String verb, String resource, String namespace) {
    return allowed(verb, resource, namespace, "");
  }

  /**
   * @param object one object's name; empty text for any
   */
  boolean allowed(String verb, String resource, String namespace, String object) {
    String name = member.path("name").asText();
    String who =
        switch (member.path("kind").asText()) {
          case "Group" -> "\"user\": \"someone\", \"groups\": [\"%s\"]".formatted(name);
          case "ServiceAccount" ->
              "\"user\": \"system:serviceaccount:%s:%s\""
                  .formatted(member.path("namespace").asText(), name);
          default -> "\"user\": \"%s\"".formatted(name);
        };
    String[] path = resource.split("/", 2);
    String[] kind = path[0].split("\\.", 2);
    Answer answer =
        api.create(
            "/apis/authorization.k8s.io/v1/subjectaccessreviews",
            """
            {"apiVersion": "authorization.k8s.io/v1", "kind": "SubjectAccessReview", "spec": {%s,
              "resourceAttributes": {"verb": "%s", "group": "%s", "resource": "%s",
                "subresource": "%s", "namespace": "%s", "name": "%s"}}}
            """
                .formatted(
                    who,
                    verb,
                    kind.length > 1 ? kind[1] : "",
                    kind[0],
                    path.length > 1 ? path[1] : "",
                    namespace,
                    object));
    assertEquals(201, answer.status(), answer.reason());
    return answer.body().path("status").path("allowed").asBoolean();
  }
}
