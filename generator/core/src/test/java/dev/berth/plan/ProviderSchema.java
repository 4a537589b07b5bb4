package dev.berth.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;

/** The Google Cloud provider 10.2.0 as it describes itself, for the types Berth registers. */
public final class ProviderSchema {

  private final JsonNode schema;

  private ProviderSchema(JsonNode schema) {
    this.schema = schema;
  }

  public static ProviderSchema read() {
    try (InputStream in = ProviderSchema.class.getResourceAsStream("gcp-10.2.0.json")) {
      return new ProviderSchema(new ObjectMapper().readTree(in));
    } catch (IOException broken) {
      throw new IllegalStateException(broken);
    }
  }

  /** Everything about a resource's inputs that the provider would not take. */
  public List<String> complaints(String type, Map<String, Object> inputs) {
    JsonNode known = schema.path("resources").path(type).path("inputs");
    if (known.isMissingNode()) {
      return List.of(type + " is not a resource of the provider");
    }
    List<String> complaints = new ArrayList<>();
    object(type, known, inputs, complaints);
    return complaints;
  }

  /** Every resource type of the schema. */
  public Set<String> types() {
    Set<String> types = new TreeSet<>();
    schema.path("resources").fieldNames().forEachRemaining(types::add);
    return types;
  }

  /** The names of {@code inputs}, however deep, each with the type the provider gives it. */
  public void properties(
      String type, Map<String, Object> inputs, BiConsumer<String, String> property) {
    properties(schema.path("resources").path(type).path("inputs"), inputs, property);
  }

  private void properties(JsonNode known, Map<?, ?> given, BiConsumer<String, String> property) {
    given.forEach(
        (name, value) -> {
          String type = known.path((String) name).path("type").asText();
          property.accept((String) name, type);
          String of = type.replaceFirst("^list<(.*)>$", "$1");
          if (of.startsWith("object:")) {
            JsonNode inner = schema.path("types").path(of.substring("object:".length()));
            (value instanceof List<?> list ? list : List.of(value))
                .forEach(each -> properties(inner, (Map<?, ?>) each, property));
          }
        });
  }

  private void object(String at, JsonNode known, Map<?, ?> given, List<String> complaints) {
    given.forEach(
        (name, value) -> {
          JsonNode property = known.path((String) name);
          if (property.isMissingNode()) {
            complaints.add(at + "." + name + " is not an input");
          } else {
            value(at + "." + name, property.path("type").asText(), value, complaints);
          }
        });
    known
        .properties()
        .forEach(
            property -> {
              if (property.getValue().path("required").asBoolean()
                  && !given.containsKey(property.getKey())) {
                complaints.add(at + "." + property.getKey() + " is required");
              }
            });
  }

  private void value(String at, String type, Object value, List<String> complaints) {
    if (type.startsWith("list<") && value instanceof List<?> list) {
      String of = type.substring("list<".length(), type.length() - 1);
      list.forEach(item -> value(at + "[]", of, item, complaints));
    } else if (type.startsWith("map<") && value instanceof Map<?, ?> map) {
      String of = type.substring("map<".length(), type.length() - 1);
      map.values().forEach(item -> value(at + "{}", of, item, complaints));
    } else if (type.startsWith("object:") && value instanceof Map<?, ?> map) {
      object(at, schema.path("types").path(type.substring("object:".length())), map, complaints);
    } else if (!scalar(type, value)) {
      complaints.add(at + " must be " + type + " and is " + value);
    }
  }

  private static boolean scalar(String type, Object value) {
    return switch (type) {
      case "string" -> value instanceof String || value instanceof Ref || value instanceof Joined;
      case "boolean" -> value instanceof Boolean;
      case "integer" -> value instanceof Integer;
      case "number" -> value instanceof Number;
      default -> false;
    };
  }
}
