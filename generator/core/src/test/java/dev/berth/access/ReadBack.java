package dev.berth.access;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Who can do what by the resources alone: by what Kubernetes and Google Cloud would make of them,
 * knowing nothing of the fleet or the plan they came from.
 */
public final class ReadBack {

  private static final Pattern SECRET =
      Pattern.compile("projects/[^/]+/secrets/([^/]+)/versions/[^/]+");

  private final List<Made> made;
  private final List<Pod> agents;

  private ReadBack(List<Made> made, List<Pod> agents) {
    this.made = made;
    this.agents = agents;
  }

  /** Every way there is, with the pods the chart makes of each release. */
  public static SortedSet<Edge> of(List<Made> made) {
    return of(made, made.stream().filter(Made::release).map(Pod::of).toList());
  }

  /** The same for pods that Helm made. */
  public static SortedSet<Edge> of(List<Made> made, List<Pod> agents) {
    ReadBack back = new ReadBack(made, agents);
    SortedSet<Edge> edges = new TreeSet<>();
    Stream.of(
            new GoogleEdges(made, agents).all(),
            back.roles(),
            new NetworkEdges(made, agents).all(),
            back.secrets())
        .flatMap(each -> each)
        .forEach(edges::add);
    return edges;
  }

  private Stream<Edge> roles() {
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

  private static Stream<Edge> rights(Made binding, Map<String, Object> rule) {
    String verbs = String.join(", ", new TreeSet<>(texts(rule.get("verbs"))));
    return Made.list(binding.inputs().get("subjects")).stream()
        .map(Made::map)
        .flatMap(
            subject ->
                texts(rule.get("apiGroups")).stream()
                    .flatMap(
                        group ->
                            texts(rule.get("resources")).stream()
                                .map(
                                    resource ->
                                        new Edge(
                                            Layer.RBAC,
                                            member(subject),
                                            "namespace/" + binding.namespace(),
                                            verbs
                                                + " on "
                                                + (group.isEmpty() ? "" : group + "/")
                                                + resource))));
  }

  private static String member(Map<String, Object> subject) {
    return switch (subject.get("kind").toString()) {
      case "Group" -> "group:" + subject.get("name");
      case "User" -> "user:" + subject.get("name");
      default -> "account:" + subject.get("namespace") + "/" + subject.get("name");
    };
  }

  private static List<String> texts(Object list) {
    return Made.list(list).stream().map(Object::toString).toList();
  }

  /** A volume holds every file of its class, whether anybody reads it or not. */
  private Stream<Edge> secrets() {
    Set<Made> classes = new LinkedHashSet<>();
    made.stream().filter(each -> each.kind().equals("SecretProviderClass")).forEach(classes::add);
    return agents.stream()
        .flatMap(
            pod ->
                classes.stream()
                    .filter(each -> each.namespace().equals(pod.namespace()))
                    .filter(each -> pod.secretClasses().contains(each.objectName()))
                    .flatMap(ReadBack::files)
                    .map(file -> file.edge(pod)));
  }

  private record SecretFile(String secret, String path) {
    Edge edge(Pod pod) {
      return new Edge(Layer.SECRETS, pod.word(), "secret/" + secret, "file " + path);
    }
  }

  private static Stream<SecretFile> files(Made secretClass) {
    Object text = Made.map(secretClass.spec().get("parameters")).get("secrets");
    return Made.list(Made.yaml(text.toString())).stream()
        .map(Made::map)
        .map(
            file -> {
              Matcher secret = SECRET.matcher(file.get("resourceName").toString());
              if (!secret.matches()) {
                throw new IllegalArgumentException("a secret nobody reads yet: " + file);
              }
              return new SecretFile(secret.group(1), file.get("path").toString());
            });
  }
}
