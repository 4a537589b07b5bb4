package dev.berth.diagnose;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** A value that passed every check, or all that is wrong with it: never both, never neither. */
public sealed interface Checked<T> {

  /** Empty exactly when the value is good. */
  List<Diagnostic> diagnostics();

  /** A value with nothing wrong. */
  record Good<T>(T value) implements Checked<T> {
    @Override
    public List<Diagnostic> diagnostics() {
      return List.of();
    }
  }

  /** What is wrong: at least one thing. */
  record Bad<T>(List<Diagnostic> diagnostics) implements Checked<T> {
    public Bad {
      if (diagnostics.isEmpty()) {
        throw new IllegalArgumentException("bad, and nothing said why");
      }
      diagnostics = List.copyOf(diagnostics);
    }
  }

  /** {@code value} is asked for only when nothing is wrong. */
  static <T> Checked<T> of(List<Diagnostic> wrong, Supplier<T> value) {
    return wrong.isEmpty() ? new Good<>(value.get()) : new Bad<>(wrong);
  }

  /** Good only if every part is; otherwise the diagnostics of all parts. */
  static <T> Checked<List<T>> all(List<Checked<T>> parts) {
    List<Diagnostic> wrong = new ArrayList<>();
    List<T> values = new ArrayList<>(parts.size());
    for (Checked<T> part : parts) {
      if (part instanceof Good<T> good) {
        values.add(good.value());
      }
      wrong.addAll(part.diagnostics());
    }
    return of(wrong, () -> List.copyOf(values));
  }

  default <U> Checked<U> map(Function<T, U> next) {
    return then(value -> new Good<>(next.apply(value)));
  }

  default <U> Checked<U> then(Function<T, Checked<U>> next) {
    return this instanceof Good<T> good ? next.apply(good.value()) : new Bad<>(diagnostics());
  }
}
