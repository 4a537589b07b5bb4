package dev.berth.local.judge;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What one version's own schema says of single keys.
 *
 * @param root as {@code openclaw config schema} prints it
 */
record SchemaKeys(JsonObject root) {

  /** The segment of a path that stands for every element of a list. */
  static final String ELEMENT = "[]";

  /** What a key may be; prose and what is below it are left out. */
  private static final Set<String> RULES =
      Set.of(
          "const",
          "default",
          "enum",
          "exclusiveMaximum",
          "exclusiveMinimum",
          "format",
          "maxItems",
          "maxLength",
          "maximum",
          "minItems",
          "minLength",
          "minimum",
          "pattern",
          "type");

  private static final int MOST_DEPTH = 40;

  private static final int MOST_SHOWN = 120;

  /** Each key of a configuration, as its segments; elements of lists share one. */
  static SortedSet<List<String>> keys(String configuration) {
    SortedSet<List<String>> keys =
        new TreeSet<>((one, other) -> String.join("\n", one).compareTo(String.join("\n", other)));
    keys(JsonParser.parseString(configuration), List.of(), keys);
    return keys;
  }

  private static void keys(JsonElement at, List<String> path, Set<List<String>> keys) {
    if (!path.isEmpty()) {
      keys.add(path);
    }
    if (at instanceof JsonObject object) {
      object.entrySet().forEach(each -> keys(each.getValue(), below(path, each.getKey()), keys));
    } else if (at instanceof JsonArray array) {
      array.forEach(each -> keys(each, below(path, ELEMENT), keys));
    }
  }

  private static List<String> below(List<String> path, String segment) {
    return Stream.concat(path.stream(), Stream.of(segment)).toList();
  }

  /** {@code agents.entries.reader.tools.deny[]}. */
  static String shown(List<String> path) {
    return String.join(".", path).replace("." + ELEMENT, ELEMENT);
  }

  /** What it says of a key, one text a possibility; empty when it does not know the key. */
  SortedSet<String> rules(List<String> path) {
    List<JsonObject> at = branches(root, 0);
    for (String segment : path) {
      at = at.stream().flatMap(node -> step(node, segment).stream()).toList();
    }
    SortedSet<String> rules = new TreeSet<>();
    at.forEach(node -> rules.add(rule(node)));
    return rules;
  }

  private List<JsonObject> step(JsonObject node, String segment) {
    if (segment.equals(ELEMENT)) {
      return node.get("items") instanceof JsonObject items ? branches(items, 0) : List.of();
    }
    if (node.get("properties") instanceof JsonObject properties
        && properties.get(segment) instanceof JsonObject known) {
      return branches(known, 0);
    }
    JsonElement others = node.get("additionalProperties");
    if (others instanceof JsonObject rule) {
      return branches(rule, 0);
    }
    // An open object: whatever is below it is as it should be.
    return others == null || (others.isJsonPrimitive() && others.getAsBoolean())
        ? (isObject(node) ? List.of(new JsonObject()) : List.of())
        : List.of();
  }

  private static boolean isObject(JsonObject node) {
    return node.size() == 0
        || (node.has("type") && node.get("type").toString().contains("\"object\""));
  }

  /** The node itself, and what it may be instead. */
  private List<JsonObject> branches(JsonObject node, int depth) {
    List<JsonObject> all = new ArrayList<>();
    if (depth > MOST_DEPTH) {
      return all;
    }
    if (node.has("$ref")) {
      JsonObject target = referred(node.get("$ref").getAsString());
      return branches(target, depth + 1);
    }
    boolean only = true;
    for (String word : List.of("anyOf", "oneOf", "allOf")) {
      if (node.get(word) instanceof JsonArray choices) {
        only = false;
        for (JsonElement each : choices) {
          if (each instanceof JsonObject branch) {
            all.addAll(branches(branch, depth + 1));
          }
        }
      }
    }
    if (only || node.has("properties")) {
      all.add(node);
    }
    return all;
  }

  /** An empty object, which allows everything, where the schema points at nothing. */
  private JsonObject referred(String reference) {
    JsonElement at = root;
    for (String segment : reference.replaceFirst("^#/?", "").split("/", -1)) {
      at = at instanceof JsonObject object ? object.get(segment) : null;
    }
    return at instanceof JsonObject found ? found : new JsonObject();
  }

  private static String rule(JsonObject node) {
    JsonObject kept = new JsonObject();
    for (String key : new TreeSet<>(node.keySet())) {
      if (RULES.contains(key) && !(key.equals("default") && !node.get(key).isJsonPrimitive())) {
        kept.add(key, node.get(key));
      }
    }
    return kept.toString();
  }

  /** What both say of the keys of a configuration, where it is not the same. */
  static List<Map.Entry<List<String>, String>> differences(
      SchemaKeys now, SchemaKeys then, String configuration) {
    List<Map.Entry<List<String>, String>> differences = new ArrayList<>();
    for (List<String> key : keys(configuration)) {
      SortedSet<String> was = now.rules(key);
      SortedSet<String> becomes = then.rules(key);
      if (!was.equals(becomes) && !was.isEmpty()) {
        boolean told =
            becomes.isEmpty()
                && key.size() > 1
                && then.rules(key.subList(0, key.size() - 1)).isEmpty();
        if (told) {
          // The key above it is unknown, and said to be.
          continue;
        }
        String what =
            becomes.isEmpty()
                ? "its schema does not know this key"
                : Stream.of(
                        said("it may now be ", becomes, was),
                        said("it may no longer be ", was, becomes))
                    .filter(each -> !each.isEmpty())
                    .collect(Collectors.joining("; "));
        differences.add(Map.entry(key, what));
      }
    }
    return differences;
  }

  private static String said(String words, SortedSet<String> these, SortedSet<String> others) {
    List<String> own = these.stream().filter(each -> !others.contains(each)).toList();
    String text = String.join(" or ", own);
    return own.isEmpty()
        ? ""
        : words + (text.length() > MOST_SHOWN ? text.substring(0, MOST_SHOWN) + "..." : text);
  }
}
