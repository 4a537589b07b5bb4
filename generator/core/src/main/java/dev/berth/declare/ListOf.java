package dev.berth.declare;

import dev.berth.diagnose.Diagnostic;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A list of one shape, in the order it was written. */
public record ListOf<T>(Shape<T> item) implements Shape<List<T>> {

  @Override
  public Optional<List<T>> read(String key, YamlNode node, List<Diagnostic> wrong) {
    if (!(node instanceof YamlNode.Sequence sequence)) {
      return refuse(key, node, "a list", wrong);
    }
    int before = wrong.size();
    List<T> items = new ArrayList<>(sequence.items().size());
    for (YamlNode each : sequence.items()) {
      item.read(key + "[]", each, wrong).ifPresent(items::add);
    }
    return wrong.size() > before ? Optional.empty() : Optional.of(List.copyOf(items));
  }

  @Override
  public Map<String, Object> schema() {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", "array");
    schema.put("items", item.schema());
    return schema;
  }

  @Override
  public String example() {
    return "[ " + item.example() + " ]";
  }

  @Override
  public String says() {
    return "a list; each " + item.says();
  }
}
