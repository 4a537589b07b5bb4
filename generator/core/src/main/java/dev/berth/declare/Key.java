package dev.berth.declare;

/**
 * A key a user may write.
 *
 * @param doc one sentence on what it does
 */
public record Key<T>(String name, String doc, Shape<T> shape, boolean required) {

  public static <T> Key<T> optional(String name, String doc, Shape<T> shape) {
    return new Key<>(name, doc, shape, false);
  }

  public static <T> Key<T> required(String name, String doc, Shape<T> shape) {
    return new Key<>(name, doc, shape, true);
  }

  /** A key whose value is a scalar. */
  public static <T> Key<Written<T>> optional(String name, String doc, Rule<T> rule) {
    return optional(name, doc, new Leaf<>(rule));
  }

  /** A key whose value is a scalar. */
  public static <T> Key<Written<T>> required(String name, String doc, Rule<T> rule) {
    return required(name, doc, new Leaf<>(rule));
  }

  /** A line that passes. */
  public String example() {
    return name + ": " + shape.example();
  }
}
