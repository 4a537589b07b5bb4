package dev.berth.declare;

import dev.berth.diagnose.Diagnostic;
import dev.berth.diagnose.KeyDiagnostic;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What may stand behind a key: how it is read, and how it is described. */
public sealed interface Shape<T> permits Leaf, ListOf, MapOf, Keys, KeyAndNames {

  /** Empty exactly when something was added to {@code wrong}. */
  Optional<T> read(String key, YamlNode node, List<Diagnostic> wrong);

  /** As JSON Schema, draft 7, without a description. */
  Map<String, Object> schema();

  /** A value that passes, in YAML's flow style. */
  String example();

  /** In words, behind "must be". */
  String says();

  /** How a mapping, a list or a scalar is called in messages. */
  static String kind(YamlNode node) {
    if (node instanceof YamlNode.Mapping mapping) {
      return mapping.entries().isEmpty() ? "empty" : "a mapping";
    }
    if (node instanceof YamlNode.Sequence) {
      return "a list";
    }
    return node instanceof YamlNode.Scalar scalar && scalar.text().isEmpty() && !scalar.quoted()
        ? "empty"
        : "a single value";
  }

  /** Says that {@code node} is no value of this form. */
  default Optional<T> refuse(String key, YamlNode node, String wanted, List<Diagnostic> wrong) {
    wrong.add(
        new KeyDiagnostic.WrongKind(
            node.at(), Math.max(1, node.width()), key, kind(node), wanted, line(key, example())));
    return Optional.empty();
  }

  /** What to write: an item of a list has no key of its own. */
  static String line(String key, String example) {
    return key.endsWith("]") ? "- " + example : key + ": " + example;
  }
}
