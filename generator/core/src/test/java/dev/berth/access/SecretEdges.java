package dev.berth.access;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Which secrets lie in whose pod, and which are copied beside it as whom. */
final class SecretEdges {

  private static final Pattern VERSION =
      Pattern.compile("projects/[^/]+/secrets/([^/]+)/versions/[^/]+");

  private final List<Made> made;
  private final List<Pod> agents;

  SecretEdges(List<Made> made, List<Pod> agents) {
    this.made = made;
    this.agents = agents;
  }

  Stream<Edge> all() {
    return Stream.concat(
        of("ExternalSecret").flatMap(this::copies),
        agents.stream().flatMap(pod -> Stream.concat(volumes(pod), projected(pod))));
  }

  private Stream<Made> of(String kind) {
    return made.stream().filter(each -> each.kind().equals(kind));
  }

  /** A volume holds every file of its class, whether anybody reads it or not. */
  private Stream<Edge> volumes(Pod pod) {
    return of("SecretProviderClass")
        .filter(each -> each.namespace().equals(pod.namespace()))
        .filter(each -> pod.secretClasses().contains(each.objectName()))
        .flatMap(each -> files(pod, each));
  }

  private static Stream<Edge> files(Pod pod, Made secretClass) {
    Object text = Made.map(secretClass.spec().get("parameters")).get("secrets");
    return Made.list(Made.yaml(text.toString())).stream()
        .map(Made::map)
        .map(
            file -> {
              Matcher secret = VERSION.matcher(file.get("resourceName").toString());
              if (!secret.matches()) {
                throw new IllegalArgumentException("a secret nobody reads yet: " + file);
              }
              return edge(pod.word(), "secret/" + secret.group(1), "file " + file.get("path"));
            });
  }

  /** A Secret is what was copied into it; where nobody copies, it is a secret itself. */
  private Stream<Edge> projected(Pod pod) {
    return pod.projected().stream()
        .flatMap(
            item -> {
              List<Made> copies =
                  of("ExternalSecret")
                      .filter(each -> each.namespace().equals(pod.namespace()))
                      .filter(each -> target(each).equals(item.secret()))
                      .toList();
              Stream<String> secrets =
                  copies.isEmpty()
                      ? Stream.of("secret/" + item.secret() + property(item.key()))
                      : copies.stream().flatMap(each -> behind(each, item.key()));
              String through = "file %s, Secret %s".formatted(item.path(), item.secret());
              return secrets.map(secret -> edge(pod.word(), secret, through));
            });
  }

  private Stream<String> behind(Made copy, String key) {
    return data(copy)
        .filter(each -> each.get("secretKey").equals(key))
        .map(each -> store(copy).secret(each));
  }

  private Stream<Edge> copies(Made copy) {
    Store store = store(copy);
    List<String> speakers =
        agents.stream()
            .filter(pod -> pod.runsAs(copy.namespace(), store.account()))
            .map(Pod::word)
            .toList();
    return data(copy)
        .flatMap(
            each ->
                speakers.stream()
                    .map(
                        who ->
                            edge(
                                who,
                                store.secret(each),
                                "key %s of Secret %s, from %s"
                                    .formatted(
                                        each.get("secretKey"), target(copy), store.from()))));
  }

  private Store store(Made copy) {
    Map<String, Object> reference = Made.map(copy.spec().get("secretStoreRef"));
    Optional<Made> store =
        of("SecretStore")
            .filter(each -> "SecretStore".equals(reference.get("kind")))
            .filter(each -> each.namespace().equals(copy.namespace()))
            .filter(each -> each.objectName().equals(reference.get("name")))
            .findFirst();
    return store.map(Store::of).orElse(Store.NONE);
  }

  private static String target(Made copy) {
    return Made.map(copy.spec().get("target")).get("name").toString();
  }

  private static Stream<Map<String, Object>> data(Made copy) {
    if (copy.spec().containsKey("dataFrom")) {
      throw new IllegalArgumentException("secrets nobody reads yet: " + copy.spec());
    }
    return Made.list(copy.spec().get("data")).stream().map(Made::map);
  }

  /** The part of a secret that is read; nothing for the usual one. */
  static String property(Object key) {
    return "value".equals(key) ? "" : "#" + key;
  }

  private static Edge edge(String who, String on, String through) {
    return new Edge(Layer.SECRETS, who, on, through);
  }
}
