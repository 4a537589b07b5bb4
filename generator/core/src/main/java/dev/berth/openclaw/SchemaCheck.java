package dev.berth.openclaw;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/**
 * Holds openclaw.json against one version of OpenClaw, without it: first against the schema it
 * prints of itself ({@code scripts/openclaw-schema}), then, as OpenClaw does, against what a schema
 * does not say ({@link CrossFieldRules}). Safe for use by several threads.
 */
public final class SchemaCheck {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final ConfigurationSchema schema;
  private final CrossFieldRules rules;

  private SchemaCheck(JsonNode schema) {
    this.schema = new ConfigurationSchema(schema);
    this.rules = new CrossFieldRules(KnownNames.of(schema));
  }

  /**
   * Of a published version; empty when Berth ships no schema of it.
   *
   * @param version e.g. {@code 2026.9.6}
   */
  public static Optional<SchemaCheck> of(String version) {
    try (InputStream packed =
        SchemaCheck.class.getResourceAsStream("schemas/" + version + ".json.gz")) {
      if (packed == null) {
        return Optional.empty();
      }
      try (InputStream text = new GZIPInputStream(packed)) {
        return Optional.of(new SchemaCheck(JSON.readTree(text)));
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** By a schema in the form that {@code scripts/openclaw-schema} writes. */
  public static SchemaCheck by(String schema) {
    return new SchemaCheck(tree(schema));
  }

  /**
   * All that is to be said against a configuration, refusals first; empty when it is right.
   *
   * @param configuration the text of an openclaw.json: one JSON object
   * @param variables the names of those that are set where it is read
   */
  public List<Objection> judge(String configuration, Set<String> variables) {
    JsonNode root = tree(configuration);
    // OpenClaw looks no further either: the rest would stumble over what is wrong already.
    List<Objection> wrong = schema.judge(root);
    return wrong.isEmpty() ? rules.judge(root, variables) : wrong;
  }

  private static JsonNode tree(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException noJson) {
      throw new IllegalArgumentException("no JSON: " + noJson.getOriginalMessage(), noJson);
    }
  }
}
