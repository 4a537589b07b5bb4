package dev.berth.declare;

import dev.berth.diagnose.Diagnostic;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * A mapping with one known key, and a user's own names beside it.
 *
 * @param build gets what stands behind the key, and the rest
 */
public record KeyAndNames<F, K, V, T>(
    Key<F> known, MapOf<K, V> names, BiFunction<Optional<F>, List<Named<K, V>>, T> build)
    implements Shape<T> {

  @Override
  public Optional<T> read(String key, YamlNode node, List<Diagnostic> wrong) {
    if (!(node instanceof YamlNode.Mapping mapping)) {
      return refuse(key, node, "a mapping", wrong);
    }
    int before = wrong.size();
    Optional<F> first =
        mapping.entries().stream()
            .filter(this::isKnown)
            .findFirst()
            .flatMap(entry -> known.shape().read(known.name(), entry.value(), wrong));
    List<YamlNode.Entry> others =
        mapping.entries().stream().filter(entry -> !isKnown(entry)).toList();
    Optional<List<Named<K, V>>> rest =
        names.read(key, new YamlNode.Mapping(mapping.at(), mapping.width(), others), wrong);
    return wrong.size() > before
        ? Optional.empty()
        : Optional.of(build.apply(first, rest.orElse(List.of())));
  }

  private boolean isKnown(YamlNode.Entry entry) {
    return entry.key().text().equals(known.name());
  }

  @Override
  public Map<String, Object> schema() {
    Map<String, Object> property = new LinkedHashMap<>();
    property.put("description", known.doc());
    property.putAll(known.shape().schema());
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", "object");
    schema.put("properties", Map.of(known.name(), property));
    names.schema().forEach(schema::putIfAbsent);
    return schema;
  }

  @Override
  public String example() {
    return "{ " + known.example() + " }";
  }

  @Override
  public String says() {
    return names.says();
  }
}
