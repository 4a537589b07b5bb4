package dev.berth.declare;

import dev.berth.diagnose.Diagnostic;
import dev.berth.diagnose.KeyDiagnostic;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A scalar under a rule. */
public record Leaf<T>(Rule<T> rule) implements Shape<Written<T>> {

  /** Longer values are cut in messages. */
  private static final int MOST_SHOWN = 80;

  @Override
  public Optional<Written<T>> read(String key, YamlNode node, List<Diagnostic> wrong) {
    if (!(node instanceof YamlNode.Scalar scalar)) {
      return refuse(key, node, "a single value", wrong);
    }
    Optional<T> value =
        rule.form().plain() && scalar.quoted()
            ? Optional.empty()
            : rule.parse().apply(scalar.text());
    if (value.isEmpty()) {
      wrong.add(
          new KeyDiagnostic.BadValue(
              scalar.at(),
              Math.max(1, scalar.width()),
              key,
              shown(scalar),
              rule.says(),
              Shape.line(key, rule.example())));
    }
    return value.map(legal -> new Written<>(legal, scalar.at(), Math.max(1, scalar.width())));
  }

  private String shown(YamlNode.Scalar scalar) {
    String text = scalar.text();
    if (rule.secret() && !text.isEmpty()) {
      return "***";
    }
    String quotes = rule.form().plain() && scalar.quoted() ? "\"" : "";
    int end =
        text.offsetByCodePoints(0, Math.min(MOST_SHOWN, text.codePointCount(0, text.length())));
    return quotes + text.substring(0, end) + (end < text.length() ? "..." : "") + quotes;
  }

  @Override
  public Map<String, Object> schema() {
    Map<String, Object> schema = new LinkedHashMap<>(rule.form().schema());
    if (schema.containsKey("pattern")) {
      schema.put("patternErrorMessage", "must be " + rule.says());
    }
    schema.put("examples", List.of(rule.form().value(rule.example())));
    return schema;
  }

  @Override
  public String example() {
    return rule.example();
  }

  @Override
  public String says() {
    return rule.says();
  }
}
