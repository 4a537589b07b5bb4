package dev.berth.rules.objects;

import java.util.List;
import java.util.Map;

/**
 * Which pods a label selector means
 * (https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/).
 *
 * @param words label and value, all of which a pod must have
 * @param expressions as Kubernetes writes them
 */
record Selector(Map<String, Field> words, List<Field> expressions) {

  /** Of {@code matchLabels} and {@code matchExpressions}. */
  static Selector of(Field selector) {
    return new Selector(
        selector.at("matchLabels").entries(), selector.at("matchExpressions").items());
  }

  /** Of plain labels, as a Service has them. */
  static Selector ofLabels(Field labels) {
    return new Selector(labels.entries(), List.of());
  }

  boolean all() {
    return words.isEmpty() && expressions.isEmpty();
  }

  boolean means(Pod pod) {
    Map<String, String> labels = pod.labelMap();
    return words.entrySet().stream()
            .allMatch(each -> each.getValue().text().equals(labels.get(each.getKey())))
        && expressions.stream().allMatch(each -> holds(each, labels));
  }

  private static boolean holds(Field expression, Map<String, String> labels) {
    String value = labels.get(expression.at("key").text());
    List<String> values = expression.at("values").texts();
    return switch (expression.at("operator").text()) {
      case "In" -> value != null && values.contains(value);
      case "NotIn" -> value == null || !values.contains(value);
      case "Exists" -> value != null;
      case "DoesNotExist" -> value == null;
      default -> false;
    };
  }
}
