package dev.berth.declare;

import dev.berth.diagnose.Checked;
import dev.berth.diagnose.Diagnostic;
import dev.berth.source.SourceFile;
import dev.berth.source.Sources;
import java.util.List;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.parser.Parser;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * Reads a YAML file as text with places. Only the parser's events are used: nothing is resolved,
 * constructed or repeated, and the tree is built in one pass without recursion. For several
 * threads.
 */
public final class YamlReader {

  private static final LoaderOptions OPTIONS = options();

  private static LoaderOptions options() {
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    options.setMaxAliasesForCollections(0);
    options.setAllowRecursiveKeys(false);
    options.setNestingDepthLimit(YamlTree.MOST_DEEP);
    options.setCodePointLimit(Sources.MOST_YAML_BYTES);
    options.setProcessComments(false);
    options.setTagInspector(tag -> false);
    return options;
  }

  /** The file's root mapping, or everything that is wrong with its form. */
  public Checked<YamlNode.Mapping> read(SourceFile file) {
    return TextReader.read(file, Sources.MOST_YAML_BYTES).then(text -> parse(file.path(), text));
  }

  /** SnakeYAML takes a carriage return at the very end for a character of its line. */
  private static String lineEnded(String text) {
    return text.endsWith("\r") ? text + "\n" : text;
  }

  private Checked<YamlNode.Mapping> parse(String file, String text) {
    YamlTree tree = new YamlTree(file, text);
    try {
      // Without the Yaml class around it, which is not for several threads.
      Parser parser = new ParserImpl(new StreamReader(lineEnded(text)), OPTIONS);
      boolean more = true;
      while (more && parser.peekEvent() != null) {
        more = tree.accept(parser.getEvent());
      }
    } catch (MarkedYAMLException e) {
      tree.refuse(YamlMistakes.diagnostic(file, tree.lines(), e));
    } catch (IllegalArgumentException e) {
      // SnakeYAML lets Java's own exception through for an escape beyond Unicode.
      tree.refuse(YamlMistakes.beyondUnicode(file, tree.lines()));
    }
    List<Diagnostic> wrong = tree.wrong();
    return Checked.of(wrong, tree::root);
  }
}
