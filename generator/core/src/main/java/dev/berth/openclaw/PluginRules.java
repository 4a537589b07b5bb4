package dev.berth.openclaw;

import static dev.berth.openclaw.CrossFieldRules.warned;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.stream.Stream;

/** On {@code plugins}: names that this version neither brings nor has a channel of. */
final class PluginRules {

  private PluginRules() {}

  static Stream<Objection> judge(JsonNode root, KnownNames known) {
    JsonNode plugins = root.path("plugins");
    Stream<String> entries =
        plugins.path("entries").properties().stream()
            .map(Map.Entry::getKey)
            .filter(plugin -> !known.plugins().contains(plugin))
            .map(plugin -> "plugins.entries." + plugin);
    Stream<String> allowed =
        ChannelRules.texts(plugins.path("allow"))
            .filter(plugin -> !known.plugins().contains(plugin))
            .map(plugin -> "plugins.allow");
    return Stream.concat(entries, allowed)
        .map(path -> warned(path, "names a plugin this version does not bring"));
  }
}
