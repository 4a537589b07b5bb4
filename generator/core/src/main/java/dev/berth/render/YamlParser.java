package dev.berth.render;

import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Reads back what this room wrote, so that a registered resource is the text and nothing else. */
final class YamlParser {

  private YamlParser() {}

  static Map<String, Object> parse(String text) {
    return yaml().load(text);
  }

  /** Every document of a stream of them. */
  static Iterable<Object> parseAll(String text) {
    return yaml().loadAll(text);
  }

  private static Yaml yaml() {
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    options.setMaxAliasesForCollections(0);
    // A soul of the largest legal size, in base64 and with its configuration, fits.
    options.setCodePointLimit(4 << 20);
    return new Yaml(new SafeConstructor(options));
  }
}
