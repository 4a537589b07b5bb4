package dev.berth.render;

import com.hubspot.jinjava.interpret.JinjavaInterpreter;
import com.hubspot.jinjava.lib.filter.Filter;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The only door from a value into a template: {@code {{ name|yaml }}}. What comes out is legal and
 * means the same in YAML and in JSON, whatever goes in.
 */
final class YamlFilter implements Filter {

  private static final HexFormat HEX = HexFormat.of();

  @Override
  public String getName() {
    return "yaml";
  }

  @Override
  public Object filter(
      @Nullable Object value, JinjavaInterpreter interpreter, String... arguments) {
    // Without this, a misspelled name would print as an empty text: the engine lets filters see it.
    if (value == null) {
      throw new IllegalArgumentException("there is no such value");
    }
    if (value instanceof Boolean || value instanceof Integer || value instanceof Long) {
      return value.toString();
    }
    if (value instanceof CharSequence text) {
      return quoted(text);
    }
    throw new IllegalArgumentException(
        "neither text, a whole number nor a boolean: " + value.getClass().getSimpleName());
  }

  private static String quoted(CharSequence text) {
    StringBuilder out = new StringBuilder(text.length() + 2).append('"');
    for (int each = 0; each < text.length(); each++) {
      char character = text.charAt(each);
      if (character == '"' || character == '\\') {
        out.append('\\').append(character);
      } else if (character >= ' ' && character <= '~') {
        out.append(character);
      } else if (Character.isSurrogate(character)) {
        // JSON wants a pair of escapes here, and YAML readers refuse just that.
        throw new IllegalArgumentException(
            "a character beyond U+FFFF has no escape that both YAML and JSON read");
      } else {
        out.append("\\u").append(HEX.toHexDigits(character));
      }
    }
    return out.append('"').toString();
  }
}
