package dev.berth.openclaw;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import com.networknt.schema.regex.RegularExpression;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The schema of one version's openclaw.json. */
final class ConfigurationSchema {

  private final JsonSchema schema;

  /**
   * @param schema draft-07, in the form that {@code scripts/openclaw-schema} writes
   */
  ConfigurationSchema(JsonNode schema) {
    SchemaValidatorsConfig config =
        SchemaValidatorsConfig.builder()
            .regularExpressionFactory(ConfigurationSchema::expression)
            // A configuration touches a small part of 11,000 schemas: only that is prepared.
            .preloadJsonSchema(false)
            .locale(Locale.ROOT)
            .build();
    this.schema =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7).getSchema(schema, config);
  }

  /** What it refuses, by path; each path once for each thing wrong there. */
  List<Objection> judge(JsonNode configuration) {
    List<ValidationMessage> messages = List.copyOf(schema.validate(configuration));
    return messages.isEmpty() ? List.of() : SchemaMessages.objections(messages);
  }

  /** JavaScript reads two spellings otherwise than Java: an open bracket in a class, and \0. */
  private static RegularExpression expression(String javascript) {
    Pattern pattern = Pattern.compile(javascript.replace("[^.[", "[^.\\[").replace("\\0", "\\x00"));
    return text -> pattern.matcher(text).find();
  }
}
