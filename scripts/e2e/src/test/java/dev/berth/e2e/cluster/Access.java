package dev.berth.e2e.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What the cluster's own authorizer lets somebody do.
 *
 * @param member a subject of a RoleBinding: a Group or a User
 */
record Access(ApiServer api, JsonNode member) {

  /**
   * @param resource as in a Role, {@code pods/log} or {@code statefulsets.apps}
   */
  boolean allowed(String verb, String resource, String namespace) {
    String name = member.path("name").asText();
    String who =
        member.path("kind").asText().equals("Group")
            ? "\"user\": \"someone\", \"groups\": [\"%s\"]".formatted(name)
            : "\"user\": \"%s\"".formatted(name);
    String[] path = resource.split("/", 2);
    String[] kind = path[0].split("\\.", 2);
    Answer answer =
        api.create(
            "/apis/authorization.k8s.io/v1/subjectaccessreviews",
            """
            {"apiVersion": "authorization.k8s.io/v1", "kind": "SubjectAccessReview", "spec": {%s,
              "resourceAttributes": {"verb": "%s", "group": "%s", "resource": "%s",
                "subresource": "%s", "namespace": "%s"}}}
            """
                .formatted(
                    who,
                    verb,
                    kind.length > 1 ? kind[1] : "",
                    kind[0],
                    path.length > 1 ? path[1] : "",
                    namespace));
    assertEquals(201, answer.status(), answer.reason());
    return answer.body().path("status").path("allowed").asBoolean();
  }
}
