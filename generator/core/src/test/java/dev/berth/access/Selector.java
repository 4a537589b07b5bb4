package dev.berth.access;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which labels a Kubernetes selector asks for; an empty one selects everything. */
record Selector(Map<String, Object> labels, List<Map<String, Object>> expressions) {

  static Selector of(Object selector) {
    Map<String, Object> written = Made.map(selector);
    if (!Set.of("matchLabels", "matchExpressions").containsAll(written.keySet())) {
      throw new IllegalArgumentException("a selector nobody reads yet: " + written);
    }
    return new Selector(
        Made.map(written.get("matchLabels")),
        Made.list(written.get("matchExpressions")).stream().map(Made::map).toList());
  }

  boolean selects(Map<String, Object> others) {
    return others.entrySet().containsAll(labels.entrySet())
        && expressions.stream().allMatch(each -> holds(each, others));
  }

  private static boolean holds(Map<String, Object> expression, Map<String, Object> labels) {
    if (!"In".equals(expression.get("operator"))) {
      throw new IllegalArgumentException("a selector nobody reads yet: " + expression);
    }
    Object label = labels.getOrDefault(expression.get("key").toString(), "");
    return Made.list(expression.get("values")).contains(label);
  }
}
