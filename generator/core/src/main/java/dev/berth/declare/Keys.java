package dev.berth.declare;

import dev.berth.diagnose.Diagnostic;
import dev.berth.diagnose.KeyDiagnostic;
import dev.berth.source.SourcePoint;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/**
 * A mapping with known keys.
 *
 * @param of what has them, e.g. {@code an agent}
 * @param build makes the declaration once every value is legal; gets the mapping's place
 */
public record Keys<T>(String of, List<Key<?>> keys, BiFunction<SourcePoint, Values, T> build)
    implements Shape<T> {

  public Keys {
    keys = List.copyOf(keys);
  }

  @Override
  public Optional<T> read(String key, YamlNode node, List<Diagnostic> wrong) {
    if (!(node instanceof YamlNode.Mapping mapping)) {
      return refuse(key, node, "a mapping", wrong);
    }
    int before = wrong.size();
    Values values = new Values();
    for (YamlNode.Entry entry : mapping.entries()) {
      String written = entry.key().text();
      Optional<Key<?>> known = named(written);
      if (known.isEmpty()) {
        List<String> names = keys.stream().<String>map(Key::name).toList();
        wrong.add(new KeyDiagnostic.UnknownKey(entry.key().at(), written, of, names));
      }
      known.ifPresent(
          each ->
              each.shape()
                  .read(written, entry.value(), wrong)
                  .ifPresent(value -> values.put(each, entry.key().at(), value)));
    }
    for (Key<?> each : keys) {
      if (each.required() && !has(mapping, each.name())) {
        wrong.add(new KeyDiagnostic.MissingKey(mapping.at(), each.name(), of, each.example()));
      }
    }
    return wrong.size() > before
        ? Optional.empty()
        : Optional.of(build.apply(mapping.at(), values));
  }

  private Optional<Key<?>> named(String name) {
    for (Key<?> key : keys) {
      if (key.name().equals(name)) {
        return Optional.of(key);
      }
    }
    return Optional.empty();
  }

  private static boolean has(YamlNode.Mapping mapping, String name) {
    return mapping.entries().stream().anyMatch(entry -> entry.key().text().equals(name));
  }

  @Override
  public Map<String, Object> schema() {
    Map<String, Object> properties = new LinkedHashMap<>();
    for (Key<?> key : keys) {
      Map<String, Object> property = new LinkedHashMap<>();
      property.put("description", key.doc());
      property.putAll(key.shape().schema());
      properties.put(key.name(), property);
    }
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", "object");
    schema.put("properties", properties);
    List<String> required = keys.stream().filter(Key::required).<String>map(Key::name).toList();
    if (!required.isEmpty()) {
      schema.put("required", required);
    }
    schema.put("additionalProperties", false);
    return schema;
  }

  /** Its required keys, or else its first. */
  @Override
  public String example() {
    boolean any = keys.stream().anyMatch(Key::required);
    String inside =
        keys.stream()
            .filter(key -> !any || key.required())
            .limit(any ? keys.size() : 1)
            .map(Key::example)
            .collect(Collectors.joining(", "));
    return inside.isEmpty() ? "{}" : "{ " + inside + " }";
  }

  @Override
  public String says() {
    return "a mapping";
  }
}
