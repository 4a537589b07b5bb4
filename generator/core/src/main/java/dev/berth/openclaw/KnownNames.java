package dev.berth.openclaw;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.TreeSet;

/**
 * The names one version of OpenClaw knows, as its schema names them.
 *
 * @param channels all of its catalogue, whether their plugins are installed or not
 * @param plugins those that come with it, and those of its channels
 */
record KnownNames(Set<String> channels, Set<String> plugins) {

  /** Keys beside channels that are none. */
  static final Set<String> NO_CHANNELS = Set.of("defaults", "modelByChannel");

  static KnownNames of(JsonNode schema) {
    Set<String> channels = names(schema.at("/properties/channels/properties"));
    Set<String> plugins = names(schema.at("/properties/plugins/properties/entries/properties"));
    plugins.addAll(channels);
    return new KnownNames(channels, plugins);
  }

  private static Set<String> names(JsonNode object) {
    Set<String> names = new TreeSet<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
