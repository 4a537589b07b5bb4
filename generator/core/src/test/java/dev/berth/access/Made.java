package dev.berth.access;

import dev.berth.render.Rendered;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * One resource as it leaves Berth: a type, a name and its inputs, without what it was planned from.
 */
public record Made(String type, String name, Map<String, Object> inputs) {

  private static final String RELEASE = "kubernetes:helm.sh/v3:Release";
  private static final Pattern REFERENCE = Pattern.compile("\\$\\{([^}]+)\\.([a-zA-Z]+)\\}");

  /** What files hold: each file's text is read again, and what refers to another file is found. */
  public static List<Made> of(List<Rendered> rendered) {
    List<Made> made = new ArrayList<>();
    for (Rendered each : rendered) {
      made.add(new Made(each.planned().type(), each.planned().name(), inputs(each)));
    }
    Map<String, Map<String, Object>> byName = new TreeMap<>();
    made.stream()
        .filter(each -> each.type().startsWith("gcp:"))
        .forEach(each -> byName.put(each.name(), each.inputs()));
    return made.stream()
        .map(each -> new Made(each.type(), each.name(), map(resolved(each.inputs(), byName))))
        .toList();
  }

  private static Map<String, Object> inputs(Rendered each) {
    // The file of a release holds the chart's values alone; the rest is in Pulumi's words.
    if (each.planned().type().equals(RELEASE)) {
      return each.inputs().get();
    }
    Map<String, Object> text = map(yaml(each.text()));
    return each.planned().type().startsWith("gcp:") ? map(text.get("properties")) : text;
  }

  private static Object resolved(Object value, Map<String, Map<String, Object>> byName) {
    if (value instanceof Map<?, ?> map) {
      Map<String, Object> all = new TreeMap<>();
      map.forEach((key, each) -> all.put(key.toString(), resolved(each, byName)));
      return all;
    }
    if (value instanceof List<?> list) {
      return list.stream().map(each -> resolved(each, byName)).toList();
    }
    if (value instanceof String text) {
      Matcher reference = REFERENCE.matcher(text);
      return reference.replaceAll(
          found -> {
            Map<String, Object> other = byName.getOrDefault(found.group(1), Map.of());
            Object output = other.getOrDefault(found.group(2), found.group());
            return Matcher.quoteReplacement(output.toString());
          });
    }
    return value;
  }

  static Object yaml(String text) {
    return new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
  }

  @SuppressWarnings("unchecked")
  static Map<String, Object> map(Object value) {
    return value == null ? Map.of() : (Map<String, Object>) value;
  }

  static List<Object> list(Object value) {
    return value == null ? List.of() : List.copyOf((List<?>) value);
  }

  Map<String, Object> spec() {
    return map(inputs.get("spec"));
  }

  String objectName() {
    return map(inputs.get("metadata")).get("name").toString();
  }

  String namespace() {
    return map(inputs.get("metadata")).get("namespace").toString();
  }

  /** The last part of the type: a Kubernetes kind. */
  String kind() {
    return type.substring(type.lastIndexOf(':') + 1);
  }

  boolean kubernetes() {
    return type.startsWith("kubernetes:") && !type.equals(RELEASE);
  }

  boolean release() {
    return type.equals(RELEASE);
  }
}
