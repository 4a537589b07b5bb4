package dev.berth.declare;

import dev.berth.source.SourcePoint;
import java.util.List;

/** A node of a YAML file as it was written: text and places, no types guessed. */
public sealed interface YamlNode {

  SourcePoint at();

  /** In characters from {@link #at()}; what a report underlines. */
  int width();

  /**
   * A scalar.
   *
   * @param text what was written, unescaped and otherwise untouched: {@code no} is the text "no"
   * @param quoted whether quotes or a block style say that it is text and nothing else
   */
  record Scalar(SourcePoint at, int width, String text, boolean quoted) implements YamlNode {}

  /** A list. */
  record Sequence(SourcePoint at, int width, List<YamlNode> items) implements YamlNode {}

  /** A mapping, in the order it was written; no key stands twice. */
  record Mapping(SourcePoint at, int width, List<Entry> entries) implements YamlNode {}

  /** A key and its value. */
  record Entry(Scalar key, YamlNode value) {}
}
