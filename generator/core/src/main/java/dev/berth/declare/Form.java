package dev.berth.declare;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How a scalar looks: what JSON Schema can say of it. */
public sealed interface Form {

  /** The keywords of JSON Schema, draft 7. */
  Map<String, Object> schema();

  /** Whether quotes make it something else: {@code "true"} is a text. */
  default boolean plain() {
    return false;
  }

  /** The schema's own value for an example: a number where the schema wants one. */
  default Object value(String example) {
    return example;
  }

  /** A text matching {@code pattern}, a regular expression of both Java and ECMA 262. */
  record Text(String pattern) implements Form {
    @Override
    public Map<String, Object> schema() {
      return keywords("type", "string", "pattern", pattern);
    }
  }

  /** One of a few words. */
  record Words(List<String> words) implements Form {
    public Words {
      words = List.copyOf(words);
    }

    @Override
    public Map<String, Object> schema() {
      return keywords("type", "string", "enum", words);
    }
  }

  /** A whole decimal number, both ends included. */
  record WholeNumber(int least, int most) implements Form {
    @Override
    public Map<String, Object> schema() {
      return keywords("type", "integer", "minimum", least, "maximum", most);
    }

    @Override
    public boolean plain() {
      return true;
    }

    @Override
    public Object value(String example) {
      return Integer.valueOf(example);
    }
  }

  /** Exactly {@code true} or {@code false}. */
  record TrueOrFalse() implements Form {
    @Override
    public Map<String, Object> schema() {
      return keywords("type", "boolean");
    }

    @Override
    public boolean plain() {
      return true;
    }

    @Override
    public Object value(String example) {
      return Boolean.valueOf(example);
    }
  }

  /** A text matching {@code pattern}, or a number YAML reads as one; both ends included. */
  record Amount(String pattern, BigDecimal least, BigDecimal most) implements Form {
    @Override
    public Map<String, Object> schema() {
      return keywords(
          "type",
          List.of("string", "number"),
          "pattern",
          pattern,
          "minimum",
          least,
          "maximum",
          most,
          "multipleOf",
          new BigDecimal("0.001"));
    }
  }

  /** Any scalar whose text matches {@code pattern}. */
  record AnyScalar(String pattern) implements Form {
    @Override
    public Map<String, Object> schema() {
      return keywords("type", List.of("string", "number", "boolean"), "pattern", pattern);
    }
  }

  private static Map<String, Object> keywords(Object... pairs) {
    Map<String, Object> keywords = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      keywords.put((String) pairs[i], pairs[i + 1]);
    }
    return keywords;
  }
}
