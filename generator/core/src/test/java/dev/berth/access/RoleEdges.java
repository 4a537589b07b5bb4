package dev.berth.access;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Who may ask the Kubernetes API for what, by roles and what binds them. */
final class RoleEdges {

  private static final String TOKEN = "serviceaccounts/token";

  private final List<Made> made;
  private final List<Pod> agents;

  RoleEdges(List<Made> made, List<Pod> agents) {
    this.made = made;
    this.agents = agents;
  }

  Stream<Edge> all() {
    Map<String, List<Object>> rules = new HashMap<>();
    List<Made> bindings = new ArrayList<>();
    for (Made each : made) {
      switch (each.kind()) {
        case "Role" -> rules.put(role(each), Made.list(each.inputs().get("rules")));
        case "RoleBinding" -> bindings.add(each);
        case "ClusterRole", "ClusterRoleBinding" ->
            throw new IllegalArgumentException("a right nobody reads yet: " + each.name());
        default -> {}
      }
    }
    return bindings.stream()
        .flatMap(
            binding -> {
              String role =
                  binding.namespace() + "/" + Made.map(binding.inputs().get("roleRef")).get("name");
              return rules.getOrDefault(role, List.of()).stream()
                  .flatMap(rule -> rights(binding, Made.map(rule)));
            });
  }

  private static String role(Made role) {
    return role.namespace() + "/" + role.objectName();
  }

  private Stream<Edge> rights(Made binding, Map<String, Object> rule) {
    String verbs = String.join(", ", new TreeSet<>(texts(rule.get("verbs"))));
    return Made.list(binding.inputs().get("subjects")).stream()
        .map(Made::map)
        .flatMap(
            subject ->
                texts(rule.get("apiGroups")).stream()
                    .flatMap(
                        group ->
                            texts(rule.get("resources")).stream()
                                .map(name -> (group.isEmpty() ? "" : group + "/") + name)
                                .flatMap(
                                    resource ->
                                        on(binding.namespace(), resource, rule)
                                            .map(
                                                on ->
                                                    new Edge(
                                                        Layer.RBAC,
                                                        member(subject),
                                                        on,
                                                        verbs + " on " + resource)))));
  }

  /** A rule without names is on all of a namespace; the token of an account is its agent. */
  private Stream<String> on(String namespace, String resource, Map<String, Object> rule) {
    List<String> names = texts(rule.get("resourceNames"));
    if (names.isEmpty()) {
      return Stream.of("namespace/" + namespace);
    }
    return names.stream()
        .flatMap(
            name -> {
              List<String> agent =
                  resource.equals(TOKEN)
                      ? agents.stream()
                          .filter(pod -> pod.runsAs(namespace, name))
                          .map(Pod::on)
                          .toList()
                      : List.of();
              return agent.isEmpty() ? Stream.of(resource + "/" + name) : agent.stream();
            });
  }

  private static String member(Map<String, Object> subject) {
    return switch (subject.get("kind").toString()) {
      case "Group" -> "group:" + subject.get("name");
      case "User" -> "user:" + subject.get("name");
      default -> "part:" + subject.get("namespace") + "/" + subject.get("name");
    };
  }

  private static List<String> texts(Object list) {
    return Made.list(list).stream().map(Object::toString).toList();
  }
}
