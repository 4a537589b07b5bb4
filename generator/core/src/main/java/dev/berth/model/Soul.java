package dev.berth.model;

import java.util.Arrays;

/** A SOUL.md: bytes, never a template. */
public final class Soul {

  private final Name name;
  private final byte[] bytes;

  public Soul(Name name, byte[] bytes) {
    this.name = name;
    this.bytes = bytes.clone();
  }

  public Name name() {
    return name;
  }

  public byte[] bytes() {
    return bytes.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Soul that && name.equals(that.name) && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return 31 * name.hashCode() + Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return name + " (" + bytes.length + " bytes)";
  }
}
