package dev.berth.declare;

import dev.berth.model.Declared;
import dev.berth.model.Origin;
import dev.berth.source.SourcePoint;

/**
 * A legal value and where it stands.
 *
 * @param width in characters from {@code at}
 */
public record Written<T>(T value, SourcePoint at, int width) {

  public Declared<T> declared() {
    return new Declared<>(value, origin());
  }

  public Origin origin() {
    return new Origin(at.file(), at.line());
  }
}
