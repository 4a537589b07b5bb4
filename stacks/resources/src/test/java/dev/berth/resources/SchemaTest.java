package dev.berth.resources;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.berth.plan.ProviderSchema;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

final class SchemaTest {

  private static final JsonNode SCHEMA = schema();

  @Test
  void everyClassTakesWhatTheProviderTakesByNameAndKind() {
    for (ResourceKind<?> kind : ResourceKind.GOOGLE.values()) {
      SortedMap<String, Class<?>> asked = new TreeMap<>();
      SCHEMA
          .at("/resources")
          .path(kind.type())
          .path("inputs")
          .properties()
          .forEach(
              input -> asked.put(input.getKey(), kind(input.getValue().path("type").asText())));
      assertEquals(asked, FilledArgs.inputs(kind.inputs()), kind.type());
    }
  }

  @Test
  void everyTypeOfTheSchemaHasAClass() {
    Set<String> types = new TreeSet<>();
    SCHEMA.at("/resources").fieldNames().forEachRemaining(types::add);
    assertTrue(types.size() >= 17, types.toString());
    assertEquals(types, new TreeSet<>(ResourceKind.GOOGLE.keySet()));
  }

  private static Class<?> kind(String type) {
    if (type.startsWith("list<")) {
      return List.class;
    }
    if (type.startsWith("map<") || type.startsWith("object:")) {
      return Map.class;
    }
    return switch (type) {
      case "string" -> String.class;
      case "boolean" -> Boolean.class;
      case "integer" -> Integer.class;
      default -> throw new IllegalArgumentException(type);
    };
  }

  private static JsonNode schema() {
    try (InputStream text = ProviderSchema.class.getResourceAsStream("gcp-10.2.0.json")) {
      return new ObjectMapper().readTree(text);
    } catch (IOException broken) {
      throw new IllegalStateException(broken);
    }
  }
}
