package dev.berth.access;

import java.util.Map;

/** Which labels a Kubernetes selector asks for; an empty one selects everything. */
record Selector(Map<String, Object> labels) {

  static Selector of(Object selector) {
    Map<String, Object> written = Made.map(selector);
    if (!written.keySet().stream().allMatch(key -> key.equals("matchLabels"))) {
      throw new IllegalArgumentException("a selector nobody reads yet: " + written);
    }
    return new Selector(Made.map(written.get("matchLabels")));
  }

  boolean selects(Map<String, Object> others) {
    return others.entrySet().containsAll(labels.entrySet());
  }
}
