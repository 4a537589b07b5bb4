package dev.berth.declare;

import dev.berth.source.HiddenCharacter;
import java.util.Locale;

/**
 * Prints a declaration in one way only: what {@link YamlReader} reads of it is the same again, but
 * for the places.
 */
final class YamlPrinter {

  private static final String STEP = "  ";

  /** In UTF-16 units; YAML gives up on a longer {@code key:} at 1024 characters. */
  private static final int MOST_OF_A_SIMPLE_KEY = 1000;

  /** The text of a file. */
  public String print(YamlNode.Mapping root) {
    if (root.entries().isEmpty()) {
      return "{}\n";
    }
    StringBuilder text = new StringBuilder();
    boolean marked = root.entries().stream().anyMatch(YamlPrinter::isMark);
    addEntries(root, marked ? STEP : "", text);
    return text.toString();
  }

  private static void addEntries(YamlNode.Mapping mapping, String indent, StringBuilder text) {
    for (YamlNode.Entry entry : mapping.entries()) {
      String key = scalar(entry.key(), indent + STEP);
      text.append(indent);
      if (isSimple(key)) {
        text.append(key).append(':');
      } else {
        text.append("? ").append(key).append('\n').append(indent).append(':');
      }
      addValue(entry.value(), indent, text);
    }
  }

  private static void addValue(YamlNode value, String indent, StringBuilder text) {
    String inside = indent + STEP;
    if (value instanceof YamlNode.Mapping mapping) {
      text.append(mapping.entries().isEmpty() ? " {}\n" : "\n");
      addEntries(mapping, inside, text);
    } else if (value instanceof YamlNode.Sequence sequence) {
      text.append(sequence.items().isEmpty() ? " []\n" : "\n");
      for (YamlNode item : sequence.items()) {
        text.append(inside).append('-');
        addValue(item, inside, text);
      }
    } else {
      String written = scalar((YamlNode.Scalar) value, inside);
      text.append(written.isEmpty() ? "" : " ").append(written).append('\n');
    }
  }

  private static boolean isSimple(String key) {
    return !key.isEmpty() && key.length() <= MOST_OF_A_SIMPLE_KEY && key.indexOf('\n') < 0;
  }

  /** In the first column these would end the document or be a directive. */
  private static boolean isMark(YamlNode.Entry entry) {
    String text = entry.key().text();
    return text.startsWith("--- ") || text.startsWith("... ") || text.startsWith("%");
  }

  private static String scalar(YamlNode.Scalar scalar, String indent) {
    // A line break in plain text is written as two, for a single one is read as a space.
    return scalar.quoted()
        ? quoted(scalar.text())
        : scalar.text().replace("\n", "\n\n" + indent).replace("\n\n" + indent + "\n", "\n\n");
  }

  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    text.codePoints()
        .forEach(
            character -> {
              switch (character) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                default -> quoted.append(visible(character));
              }
            });
    return quoted.append('"').toString();
  }

  private static String visible(int character) {
    return HiddenCharacter.isControl(character)
        ? String.format(Locale.ROOT, "\\U%08X", character)
        : Character.toString(character);
  }
}
