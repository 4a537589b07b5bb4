package dev.berth.access;

import dev.berth.model.Access;

/** Access to a folder in plain words. */
public final class RoleWords {

  private RoleWords() {}

  /** What somebody with {@code access} may do, before the thing it is on. */
  public static String verb(Access access) {
    return access == Access.READ_WRITE ? "read and write" : "read";
  }
}
