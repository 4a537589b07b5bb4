package dev.berth.declare;

import dev.berth.diagnose.Diagnostic;
import dev.berth.diagnose.YamlDiagnostic;
import dev.berth.source.SourcePoint;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.error.Mark;

/** A list or mapping whose end was not reached yet. */
final class OpenNode {

  private final SourcePoint at;
  private final Mark start;
  private final boolean mapping;
  private final List<YamlNode> items = new ArrayList<>();
  private final List<YamlNode.Entry> entries = new ArrayList<>();
  private final Map<String, Integer> lines = new HashMap<>();
  private Optional<YamlNode.Scalar> key = Optional.empty();

  OpenNode(SourcePoint at, Mark start, boolean mapping) {
    this.at = at;
    this.start = start;
    this.mapping = mapping;
  }

  Mark start() {
    return start;
  }

  /** Adds an item, a key or a key's value, whichever is next; returns what is wrong with it. */
  Optional<Diagnostic> add(YamlNode node) {
    if (!mapping) {
      items.add(node);
      return Optional.empty();
    }
    if (key.isPresent()) {
      entries.add(new YamlNode.Entry(key.get(), node));
      key = Optional.empty();
      return Optional.empty();
    }
    if (node instanceof YamlNode.Scalar scalar) {
      key = Optional.of(scalar);
      return wrongWith(scalar);
    }
    key = Optional.of(new YamlNode.Scalar(node.at(), node.width(), "", true));
    return Optional.of(new YamlDiagnostic.ComplexKey(node.at(), node.width()));
  }

  private Optional<Diagnostic> wrongWith(YamlNode.Scalar written) {
    if (written.text().equals("<<") && !written.quoted()) {
      return Optional.of(new YamlDiagnostic.MergeKey(written.at()));
    }
    Integer first = lines.putIfAbsent(written.text(), written.at().line());
    if (first == null) {
      return Optional.empty();
    }
    return Optional.of(
        new YamlDiagnostic.DuplicateKey(written.at(), written.width(), written.text(), first));
  }

  YamlNode node(int width) {
    return mapping
        ? new YamlNode.Mapping(at, width, List.copyOf(entries))
        : new YamlNode.Sequence(at, width, List.copyOf(items));
  }
}
