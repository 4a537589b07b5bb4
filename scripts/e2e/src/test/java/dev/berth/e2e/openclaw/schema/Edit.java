package dev.berth.e2e.openclaw.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * One change of a configuration.
 *
 * @param name what the configuration is then
 * @param pointer where, as a JSON pointer; empty for no change
 * @param value JSON; {@code -} to take away what is there
 */
record Edit(String name, String pointer, String value) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** All of {@code openclaw-cases.tsv}. */
  static List<Edit> all() throws IOException {
    try (InputStream cases = Edit.class.getResourceAsStream("/openclaw-cases.tsv")) {
      String text =
          new String(Objects.requireNonNull(cases).readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().filter(line -> !line.startsWith("#")).map(Edit::of).toList();
    }
  }

  private static Edit of(String line) {
    String[] parts = line.split("\t", -1);
    return new Edit(parts[0], parts[1], parts[2]);
  }

  /** What {@code configuration} is then; {@code @} stands for {@code agent}. */
  String apply(String configuration, String agent) throws IOException {
    JsonNode root = JSON.readTree(configuration);
    if (!pointer.isEmpty()) {
      String where = pointer.replace("@", agent);
      int last = where.lastIndexOf('/');
      String key = where.substring(last + 1);
      if (!(root.at(where.substring(0, last)) instanceof ObjectNode parent)) {
        throw new IllegalArgumentException(name + ": there is no " + where);
      }
      if (value.equals("-")) {
        parent.remove(key);
      } else {
        // @@ is the name as a careless hand writes it.
        String capital = agent.substring(0, 1).toUpperCase(Locale.ROOT) + agent.substring(1);
        parent.set(key, JSON.readTree(value.replace("@@", capital).replace("@", agent)));
      }
    }
    return root.toString();
  }
}
