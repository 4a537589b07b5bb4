package dev.berth.declare;

import dev.berth.diagnose.Checked;
import dev.berth.source.SourceFile;
import dev.berth.source.SourcePoint;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads a YAML file as text with places. */
public final class YamlReader {

  /** The file's root mapping, or everything that is wrong with its form. */
  public Checked<YamlNode.Mapping> read(SourceFile file) {
    Node root =
        new Yaml(new SafeConstructor(new LoaderOptions()))
            .compose(new StringReader(new String(file.bytes(), StandardCharsets.UTF_8)));
    return new Checked.Good<>((YamlNode.Mapping) node(file.path(), root));
  }

  private static YamlNode node(String file, Node node) {
    SourcePoint at =
        new SourcePoint(
            file, node.getStartMark().getLine() + 1, node.getStartMark().getColumn() + 1);
    if (node instanceof ScalarNode scalar) {
      return new YamlNode.Scalar(
          at, Math.max(1, scalar.getValue().length()), scalar.getValue(), !scalar.isPlain());
    }
    if (node instanceof SequenceNode sequence) {
      List<YamlNode> items = new ArrayList<>();
      sequence.getValue().forEach(item -> items.add(node(file, item)));
      return new YamlNode.Sequence(at, 1, items);
    }
    List<YamlNode.Entry> entries = new ArrayList<>();
    ((MappingNode) node)
        .getValue()
        .forEach(
            pair ->
                entries.add(
                    new YamlNode.Entry(
                        (YamlNode.Scalar) node(file, pair.getKeyNode()),
                        node(file, pair.getValueNode()))));
    return new YamlNode.Mapping(at, 1, entries);
  }
}
