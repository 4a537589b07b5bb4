package dev.berth.access;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A pod as the cluster would run it.
 *
 * @param word what the access map calls it as somebody: an agent, or a part of the cluster
 * @param on what the access map calls it as something
 * @param account its ServiceAccount
 * @param secretClasses the SecretProviderClasses it mounts
 * @param projected what it mounts of Secrets of its namespace
 */
public record Pod(
    String word,
    String on,
    String namespace,
    Map<String, Object> labels,
    String account,
    Set<String> secretClasses,
    Set<Item> projected) {

  /** One key of a Secret, as one file. */
  public record Item(String secret, String key, String path) {

    /** What one source of a projected volume takes: {@code items} names every key. */
    public static Stream<Item> of(Object secret, Object items) {
      return Made.list(items).stream()
          .map(Made::map)
          .map(each -> new Item("" + secret, "" + each.get("key"), "" + each.get("path")));
    }
  }

  /** What runs beside the agents and may stand at one end of a connection. */
  static final List<Pod> OF_THE_CLUSTER =
      List.of(
          part("dns", "kube-system", Map.of("k8s-app", "kube-dns")),
          part("dns", "kube-system", Map.of("k8s-app", "node-local-dns")),
          part("metrics", "gmp-system", Map.of("app.kubernetes.io/name", "collector")),
          bystander("kube-system"),
          bystander("gmp-system"),
          // Labelled like what is let in and out, where nobody should look for it.
          part(
              "bystander",
              "elsewhere",
              Map.of("app.kubernetes.io/name", "collector", "k8s-app", "kube-dns")));

  /** A pod that nobody has any business with: a rule that reaches it is too wide. */
  static Pod bystander(String namespace) {
    return part("bystander", namespace, Map.of("app", "bystander"));
  }

  private static Pod part(String word, String namespace, Map<String, Object> labels) {
    return new Pod("part:" + word, word, namespace, labels, "", Set.of(), Set.of());
  }

  /** What the chart makes of a release's values; that it does is tried with Helm itself. */
  static Pod of(Made release) {
    String name = release.inputs().get("name").toString();
    String namespace = release.inputs().get("namespace").toString();
    Map<String, Object> values = Made.map(release.inputs().get("values"));
    Map<String, Object> secrets = Made.map(values.get("secrets"));
    // A driver's volume; Secrets of the namespace are projected instead.
    List<Object> sources = Made.list(secrets.get("sources"));
    boolean volume = !Made.list(secrets.get("keys")).isEmpty() && sources.isEmpty();
    return agent(
        namespace,
        name,
        Map.of("app.kubernetes.io/instance", name, "app.kubernetes.io/name", "openclaw-agent"),
        values.get("serviceAccountName").toString(),
        volume ? Set.of(secrets.get("className").toString()) : Set.of(),
        sources.stream()
            .map(Made::map)
            .flatMap(each -> Item.of(each.get("secret"), each.get("items")))
            .collect(Collectors.toSet()));
  }

  public static Pod agent(
      String namespace,
      String name,
      Map<String, Object> labels,
      String account,
      Set<String> secretClasses,
      Set<Item> projected) {
    String id = namespace + "/" + name;
    return new Pod(id, "agent/" + id, namespace, labels, account, secretClasses, projected);
  }

  boolean runsAs(String space, String name) {
    return namespace.equals(space) && account.equals(name);
  }

  boolean agent() {
    return on.startsWith("agent/");
  }
}
