package dev.berth.declare;

import dev.berth.diagnose.Diagnostic;
import dev.berth.diagnose.KeyDiagnostic;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A map from a user's own names to one shape.
 *
 * @param of what a name names, e.g. {@code a pool}
 */
public record MapOf<K, V>(String of, Rule<K> names, Shape<V> value, boolean atLeastOne)
    implements Shape<List<Named<K, V>>> {

  /** One that may be empty. */
  public MapOf(String of, Rule<K> names, Shape<V> value) {
    this(of, names, value, false);
  }

  @Override
  public Optional<List<Named<K, V>>> read(String key, YamlNode node, List<Diagnostic> wrong) {
    if (!(node instanceof YamlNode.Mapping mapping)) {
      return refuse(key, node, "a mapping", wrong);
    }
    if (atLeastOne && mapping.entries().isEmpty()) {
      return refuse(key, node, "a mapping with at least one entry", wrong);
    }
    int before = wrong.size();
    List<Named<K, V>> entries = new ArrayList<>(mapping.entries().size());
    for (YamlNode.Entry entry : mapping.entries()) {
      YamlNode.Scalar written = entry.key();
      Optional<K> name = names.parse().apply(written.text());
      if (name.isEmpty()) {
        wrong.add(badName(key, written));
      }
      Optional<V> read = value.read(written.text(), entry.value(), wrong);
      if (name.isPresent() && read.isPresent()) {
        int width = Math.max(1, written.width());
        entries.add(new Named<>(new Written<>(name.get(), written.at(), width), read.get()));
      }
    }
    return wrong.size() > before ? Optional.empty() : Optional.of(List.copyOf(entries));
  }

  private Diagnostic badName(String key, YamlNode.Scalar written) {
    return names.form() instanceof Form.Words words
        ? new KeyDiagnostic.UnknownKey(written.at(), written.text(), "`" + key + "`", words.words())
        : new KeyDiagnostic.BadName(
            written.at(), written.text(), of, names.says(), names.example());
  }

  @Override
  public Map<String, Object> schema() {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", "object");
    if (names.form() instanceof Form.Words words) {
      Map<String, Object> properties = new LinkedHashMap<>();
      words.words().forEach(word -> properties.put(word, value.schema()));
      schema.put("properties", properties);
      schema.put("additionalProperties", false);
      return schema;
    }
    if (atLeastOne) {
      schema.put("minProperties", 1);
    }
    schema.put("propertyNames", names.form().schema());
    schema.put("additionalProperties", value.schema());
    return schema;
  }

  @Override
  public String example() {
    return "{ " + names.example() + ": " + value.example() + " }";
  }

  @Override
  public String says() {
    return "a mapping; each key names " + of;
  }
}
