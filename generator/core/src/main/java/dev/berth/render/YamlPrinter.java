package dev.berth.render;

import dev.berth.plan.Joined;
import dev.berth.plan.Ref;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.DumperOptions.LineBreak;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.emitter.Emitter;
import org.yaml.snakeyaml.events.DocumentEndEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.ImplicitTuple;
import org.yaml.snakeyaml.events.MappingEndEvent;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceEndEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;
import org.yaml.snakeyaml.events.StreamEndEvent;
import org.yaml.snakeyaml.events.StreamStartEvent;

/**
 * One way to write data as YAML: block style, keys in the order given, one line a scalar however
 * long, no anchors, ASCII. Text stands without quotes only where every YAML 1.1 and 1.2 reader
 * takes it for text.
 */
final class YamlPrinter {

  /** Words that some reader takes for a boolean or for nothing. */
  private static final Set<String> WORDS =
      Set.of("true", "false", "yes", "no", "on", "off", "y", "n", "null");

  private static final ImplicitTuple UNTAGGED = new ImplicitTuple(true, true);

  private YamlPrinter() {}

  /**
   * A document with a final newline.
   *
   * @param value text, whole numbers, booleans, {@link Ref}, {@link Joined}, lists and maps of
   *     these
   */
  static String print(Object value) {
    StringWriter out = new StringWriter();
    // Events, since a serializer looks up the tag of every scalar by patterns.
    Emitter emitter = new Emitter(out, options());
    try {
      emitter.emit(new StreamStartEvent(null, null));
      emitter.emit(new DocumentStartEvent(null, null, false, null, null));
      emit(value, emitter);
      emitter.emit(new DocumentEndEvent(null, null, false));
      emitter.emit(new StreamEndEvent(null, null));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
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

  private static void emit(Object value, Emitter emitter) throws IOException {
    if (value instanceof Map<?, ?> map) {
      FlowStyle style = map.isEmpty() ? FlowStyle.FLOW : FlowStyle.BLOCK;
      emitter.emit(new MappingStartEvent(null, null, true, null, null, style));
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        emitter.emit(text((String) entry.getKey()));
        emit(entry.getValue(), emitter);
      }
      emitter.emit(new MappingEndEvent(null, null));
    } else if (value instanceof List<?> list) {
      FlowStyle style = list.isEmpty() ? FlowStyle.FLOW : FlowStyle.BLOCK;
      emitter.emit(new SequenceStartEvent(null, null, true, null, null, style));
      for (Object each : list) {
        emit(each, emitter);
      }
      emitter.emit(new SequenceEndEvent(null, null));
    } else if (value instanceof Boolean || value instanceof Number) {
      emitter.emit(scalar(value.toString(), ScalarStyle.PLAIN));
    } else if (value instanceof String || value instanceof Ref || value instanceof Joined) {
      emitter.emit(text(value.toString()));
    } else {
      throw new IllegalArgumentException("no way to write a " + value.getClass().getSimpleName());
    }
  }

  private static ScalarEvent text(String text) {
    boolean plain = isPlain(text) && !WORDS.contains(text.toLowerCase(Locale.ROOT));
    return scalar(text, plain ? ScalarStyle.PLAIN : ScalarStyle.DOUBLE_QUOTED);
  }

  private static ScalarEvent scalar(String text, ScalarStyle style) {
    return new ScalarEvent(null, null, UNTAGGED, text, null, null, style);
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
