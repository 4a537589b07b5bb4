package dev.berth.render;

import dev.berth.plan.Joined;
import dev.berth.plan.Ref;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.DumperOptions.LineBreak;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * One way to write data as YAML: block style, keys in the order given, one line a scalar however
 * long, no anchors, ASCII. Text stands without quotes only where every YAML 1.1 and 1.2 reader
 * takes it for text.
 */
final class YamlPrinter {

  /** Words that some reader takes for a boolean or for nothing. */
  private static final Set<String> WORDS =
      Set.of("true", "false", "yes", "no", "on", "off", "y", "n", "null");

  private YamlPrinter() {}

  /**
   * A document with a final newline.
   *
   * @param value text, whole numbers, booleans, {@link Ref}, {@link Joined}, lists and maps of
   *     these
   */
  static String print(Object value) {
    StringWriter out = new StringWriter();
    new Yaml(options()).serialize(node(value), out);
    return out.toString();
  }

  private static DumperOptions options() {
    DumperOptions options = new DumperOptions();
    options.setDefaultFlowStyle(FlowStyle.BLOCK);
    options.setLineBreak(LineBreak.UNIX);
    options.setAllowUnicode(false);
    options.setSplitLines(false);
    options.setWidth(Integer.MAX_VALUE);
    options.setIndent(2);
    options.setIndicatorIndent(2);
    options.setIndentWithIndicator(true);
    return options;
  }

  // A node of its own for each value: the emitter makes an anchor of a node it meets twice.
  private static Node node(Object value) {
    if (value instanceof Map<?, ?> map) {
      List<NodeTuple> entries = new ArrayList<>(map.size());
      map.forEach((key, each) -> entries.add(new NodeTuple(text((String) key), node(each))));
      return new MappingNode(Tag.MAP, entries, FlowStyle.BLOCK);
    }
    if (value instanceof List<?> list) {
      List<Node> items = new ArrayList<>(list.size());
      list.forEach(each -> items.add(node(each)));
      return new SequenceNode(Tag.SEQ, items, FlowStyle.BLOCK);
    }
    if (value instanceof Boolean) {
      return new ScalarNode(Tag.BOOL, value.toString(), null, null, ScalarStyle.PLAIN);
    }
    if (value instanceof Integer || value instanceof Long) {
      return new ScalarNode(Tag.INT, value.toString(), null, null, ScalarStyle.PLAIN);
    }
    if (value instanceof Double) {
      return new ScalarNode(Tag.FLOAT, value.toString(), null, null, ScalarStyle.PLAIN);
    }
    if (value instanceof String || value instanceof Ref || value instanceof Joined) {
      return text(value.toString());
    }
    throw new IllegalArgumentException("no way to write a " + value.getClass().getSimpleName());
  }

  private static ScalarNode text(String text) {
    boolean plain = isPlain(text) && !WORDS.contains(text.toLowerCase(Locale.ROOT));
    return new ScalarNode(
        Tag.STR, text, null, null, plain ? ScalarStyle.PLAIN : ScalarStyle.DOUBLE_QUOTED);
  }

  /** A letter, then letters, digits and some marks. A pattern is slow over a soul. */
  private static boolean isPlain(String text) {
    for (int each = 0; each < text.length(); each++) {
      char c = text.charAt(each);
      boolean letter = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
      boolean later = (c >= '-' && c <= '9') || c == '_'; // the digits, and - . /
      if (!letter && (each == 0 || !later)) {
        return false;
      }
    }
    return !text.isEmpty();
  }
}
