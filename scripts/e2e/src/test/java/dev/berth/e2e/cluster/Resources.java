package dev.berth.e2e.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Everything namespaces can hold, as the API server itself lists it. */
final class Resources {

  /** Every verb of Kubernetes' authorization, and one that stands for those to come. */
  static final List<String> VERBS =
      List.of(
          "get",
          "list",
          "watch",
          "create",
          "update",
          "patch",
          "delete",
          "deletecollection",
          "bind",
          "escalate",
          "impersonate",
          "use",
          "*");

  private Resources() {}

  /** As {@link Access} takes them: {@code pods/log}, {@code statefulsets.apps}. */
  static List<String> ofNamespaces(ApiServer api) {
    List<String> found = new ArrayList<>(of(api, "/api/v1", ""));
    for (JsonNode group : api.get("/apis").body().path("groups")) {
      String version = group.path("preferredVersion").path("groupVersion").asText();
      found.addAll(of(api, "/apis/" + version, "." + group.path("name").asText()));
    }
    return found.stream().distinct().sorted().toList();
  }

  private static List<String> of(ApiServer api, String path, String group) {
    List<String> found = new ArrayList<>();
    for (JsonNode resource : api.get(path).body().path("resources")) {
      if (resource.path("namespaced").asBoolean()) {
        String[] name = resource.path("name").asText().split("/", 2);
        found.add(name[0] + group + (name.length > 1 ? "/" + name[1] : ""));
      }
    }
    return found;
  }
}
