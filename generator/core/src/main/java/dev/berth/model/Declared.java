package dev.berth.model;

import java.util.function.Function;

/** A legal value and the line it came from. */
public record Declared<T>(T value, Origin from) {

  public static <T> Declared<T> builtIn(T value) {
    return new Declared<>(value, Origin.BUILT_IN);
  }

  public <U> Declared<U> map(Function<T, U> change) {
    return new Declared<>(change.apply(value), from);
  }
}
