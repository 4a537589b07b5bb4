package dev.berth.render;

import dev.berth.plan.Joined;
import dev.berth.plan.Ref;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * One way to write the language Terraform reads: two spaces, one line an attribute, ASCII
 * (https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md).
 */
final class HclPrinter {

  private final StringBuilder out = new StringBuilder();
  private final Function<Ref, String> references;
  private int depth;

  /**
   * @param references what a reference is called in the file
   */
  HclPrinter(Function<Ref, String> references) {
    this.references = references;
  }

  String text() {
    return out.toString();
  }

  void blank() {
    out.append('\n');
  }

  /** A comment of one line, whatever {@code text} holds. */
  void comment(String text) {
    line("# " + escaped(text));
  }

  /**
   * A block and what {@code body} writes into it.
   *
   * @param head e.g. {@code lifecycle}
   */
  void block(String head, Runnable body) {
    line(head + " {");
    depth++;
    body.run();
    depth--;
    line("}");
  }

  /** One line, {@code value} being an expression already. */
  void raw(String name, String value) {
    line(name + " = " + value);
  }

  /**
   * One line.
   *
   * @param value text, a number, a boolean, {@link Ref}, {@link Joined}, lists and maps of these
   */
  void attribute(String name, Object value) {
    raw(name, expression(value));
  }

  private void line(String text) {
    out.append("  ".repeat(depth)).append(text).append('\n');
  }

  private String expression(Object value) {
    if (value instanceof Ref ref) {
      return references.apply(ref);
    }
    if (value instanceof Joined joined) {
      return joined.parts().stream().map(this::part).collect(Collectors.joining("", "\"", "\""));
    }
    if (value instanceof List<?> list) {
      return list.stream().map(this::expression).collect(Collectors.joining(", ", "[", "]"));
    }
    if (value instanceof Map<?, ?> map) {
      return map.entrySet().stream()
          .map(entry -> quoted((String) entry.getKey()) + " = " + expression(entry.getValue()))
          .collect(Collectors.joining(", ", "{", "}"));
    }
    return value instanceof String text ? quoted(text) : value.toString();
  }

  private String part(Object part) {
    return part instanceof Ref ref ? "${" + references.apply(ref) + "}" : escaped((String) part);
  }

  static String quoted(String text) {
    return '"' + escaped(text) + '"';
  }

  /** Nothing of {@code text} ends the string or starts a template. */
  private static String escaped(String text) {
    StringBuilder out = new StringBuilder();
    int[] points = text.codePoints().toArray();
    for (int each = 0; each < points.length; each++) {
      int point = points[each];
      boolean opens = each + 1 < points.length && points[each + 1] == '{';
      switch (point) {
        case '"', '\\' -> out.append('\\').append((char) point);
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        case '$', '%' -> out.append(opens ? unicode(point) : String.valueOf((char) point));
        default ->
            out.append(
                point >= ' ' && point <= '~' ? String.valueOf((char) point) : unicode(point));
      }
    }
    return out.toString();
  }

  private static String unicode(int point) {
    HexFormat digits = HexFormat.of();
    return point > 0xffff
        ? "\\U" + digits.toHexDigits(point, 8)
        : "\\u" + digits.toHexDigits((short) point);
  }
}
