package dev.berth.rules.objects;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A place in untyped data and what stands there: possibly nothing, so that a rule asks without
 * looking before every step.
 *
 * @param path from the object's top, e.g. {@code spec.containers[gateway].image}
 * @param value as YAML or a plan's inputs have it
 */
public record Field(String path, @Nullable Object value) {

  /** The field {@code keys} lead to. */
  public Field at(String... keys) {
    Field at = this;
    for (String key : keys) {
      Object below = at.value instanceof Map<?, ?> map ? map.get(key) : null;
      at = new Field(at.path.isEmpty() ? key : at.path + "." + key, below);
    }
    return at;
  }

  /** Those of a list, by their {@code name} where they have one; none of anything else. */
  public List<Field> items() {
    List<Field> items = new ArrayList<>();
    if (value instanceof List<?> list) {
      for (Object each : list) {
        Object name = each instanceof Map<?, ?> map ? map.get("name") : null;
        String word = name instanceof String text ? text : Integer.toString(items.size());
        items.add(new Field(path + "[" + word + "]", each));
      }
    }
    return items;
  }

  /** Those of a map, in its order; none of anything else. */
  public Map<String, Field> entries() {
    Map<String, Field> entries = new LinkedHashMap<>();
    if (value instanceof Map<?, ?> map) {
      map.keySet().forEach(key -> entries.put(key.toString(), at(key.toString())));
    }
    return entries;
  }

  /** What stands here as one word; empty when nothing or no scalar does. */
  public String text() {
    return value == null || value instanceof Map<?, ?> || value instanceof List<?>
        ? ""
        : value.toString();
  }

  /** The words of a list. */
  public List<String> texts() {
    return items().stream().map(Field::text).toList();
  }

  /** A whole number, or -1. */
  public long number() {
    return value instanceof Number number ? number.longValue() : -1;
  }

  public boolean is(Object wanted) {
    return wanted.equals(value);
  }

  public boolean absent() {
    return value == null;
  }

  /** Nothing, or a list or map of nothing. */
  public boolean empty() {
    return value == null
        || (value instanceof Map<?, ?> map && map.isEmpty())
        || (value instanceof List<?> list && list.isEmpty());
  }

  /** What a finding says stands here. */
  String shown() {
    return absent() ? "is missing" : text().isEmpty() ? "is not that" : "is `" + text() + "`";
  }
}
