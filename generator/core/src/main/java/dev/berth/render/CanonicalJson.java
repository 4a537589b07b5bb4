package dev.berth.render;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;

/**
 * One way to write a JSON document: keys in the order given, two spaces, one line an item, ASCII, a
 * final newline. How a template is indented changes nothing.
 */
final class CanonicalJson {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
          .build();

  private static final ObjectReader READER = JSON.reader();

  private static final ObjectWriter WRITER = JSON.writer(printer());

  private CanonicalJson() {}

  /** {@code text} is what the template {@code template} gave. */
  static String print(String template, String text) {
    try {
      JsonNode document = READER.readTree(text);
      if (document.isMissingNode()) {
        throw new TemplateBug(template, 0, "it gives nothing");
      }
      return WRITER.writeValueAsString(document) + "\n";
    } catch (JsonProcessingException wrong) {
      // Lines of the output: those of the template differ where it repeats something.
      throw new TemplateBug(
          template, 0, "what it gives is not JSON: " + wrong.getOriginalMessage());
    }
  }

  private static DefaultPrettyPrinter printer() {
    // The printer's own line end is the machine's.
    DefaultIndenter lines = new DefaultIndenter("  ", "\n");
    return new DefaultPrettyPrinter(
            Separators.createDefaultInstance()
                .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                .withObjectEmptySeparator("")
                .withArrayEmptySeparator(""))
        .withObjectIndenter(lines)
        .withArrayIndenter(lines);
  }
}
