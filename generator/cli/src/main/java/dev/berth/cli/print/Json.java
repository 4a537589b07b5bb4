package dev.berth.cli.print;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;

/** Facts as JSON: a record's components in their order, two blanks a level. */
public final class Json {

  // The default ends lines as the machine does.
  private static final DefaultIndenter LINES = new DefaultIndenter("  ", "\n");

  private Json() {}

  /**
   * {@code facts} as text that ends in a newline.
   *
   * @param facts records, lists, maps, text, numbers and booleans
   */
  public static String print(Object facts) {
    try {
      return new ObjectMapper()
              .writer(
                  new DefaultPrettyPrinter(
                          Separators.createDefaultInstance()
                              .withObjectFieldValueSpacing(Separators.Spacing.AFTER))
                      .withObjectIndenter(LINES)
                      .withArrayIndenter(LINES))
              .writeValueAsString(facts)
          + "\n";
    } catch (JsonProcessingException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
