package dev.berth.declare;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Map;

/** The JSON Schema of a kind of file: draft 7, which editors' YAML language server knows best. */
public final class JsonSchema {

  private JsonSchema() {}

  /** Its text, which ends in a line feed. */
  public static String of(Kind kind) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("$schema", "http://json-schema.org/draft-07/schema#");
    schema.put("title", kind.path());
    schema.put("description", kind.doc());
    schema.putAll(kind.shape().schema());
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter()
            .withObjectIndenter(indenter)
            .withArrayIndenter(DefaultPrettyPrinter.NopIndenter.instance);
    try {
      return new ObjectMapper().writer(printer).writeValueAsString(schema) + "\n";
    } catch (JsonProcessingException broken) {
      throw new IllegalStateException("a schema is made of maps, lists and scalars", broken);
    }
  }
}
