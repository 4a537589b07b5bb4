package dev.berth.e2e.cluster;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * One rendered object.
 *
 * @param text its YAML, byte for byte as in its file
 * @param namespace empty for an object of the whole cluster
 */
public record KubernetesObject(
    String text, String apiVersion, String kind, String namespace, String name) {

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final Pattern BETWEEN_DOCUMENTS = Pattern.compile("(?m)^---.*$");

  /** What others need comes first, as the dependencies between Berth's resources have it. */
  private static final List<String> FIRST =
      List.of(
          "CustomResourceDefinition",
          "StorageClass",
          "RuntimeClass",
          "Namespace",
          "ValidatingAdmissionPolicy",
          "ValidatingAdmissionPolicyBinding",
          "ResourceQuota",
          "LimitRange",
          "ServiceAccount");

  /** The objects below {@code folder}, in the order in which they can be applied. */
  public static List<KubernetesObject> below(Path folder) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(folder)) {
      // A release's values.yaml are Helm's input, no object.
      files =
          all.filter(file -> file.toString().endsWith(".yaml"))
              .filter(file -> !file.endsWith("values.yaml"))
              .sorted()
              .toList();
    }
    List<KubernetesObject> objects = new ArrayList<>();
    for (Path file : files) {
      BETWEEN_DOCUMENTS
          .splitAsStream(Files.readString(file))
          .filter(text -> yaml(text) != null && !isGoogle(text))
          .map(KubernetesObject::of)
          .forEach(objects::add);
    }
    objects.sort(Comparator.comparingInt(KubernetesObject::turn));
    return objects;
  }

  /** A Google Cloud resource stands beside its agent's objects, as {@code type: gcp:…}. */
  private static boolean isGoogle(String text) {
    return yaml(text) instanceof Map<?, ?> resource
        && String.valueOf(resource.get("type")).startsWith("gcp:");
  }

  public static KubernetesObject of(String text) {
    if (!(yaml(text) instanceof Map<?, ?> object)
        || !(object.get("metadata") instanceof Map<?, ?> metadata)) {
      throw new IllegalArgumentException("no Kubernetes object:\n" + text);
    }
    Object namespace = metadata.get("namespace");
    return new KubernetesObject(
        text,
        String.valueOf(object.get("apiVersion")),
        String.valueOf(object.get("kind")),
        namespace == null ? "" : namespace.toString(),
        String.valueOf(metadata.get("name")));
  }

  public boolean is(String kind) {
    return this.kind.equals(kind);
  }

  /** The object as data; a change to it changes nothing here. */
  public ObjectNode tree() {
    return JSON.valueToTree(yaml(text));
  }

  private static Object yaml(String text) {
    return new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
  }

  private int turn() {
    int turn = FIRST.indexOf(kind);
    return turn >= 0 ? turn : is("StatefulSet") ? FIRST.size() + 1 : FIRST.size();
  }

  @Override
  public String toString() {
    return kind + " " + (namespace.isEmpty() ? "" : namespace + "/") + name;
  }
}
