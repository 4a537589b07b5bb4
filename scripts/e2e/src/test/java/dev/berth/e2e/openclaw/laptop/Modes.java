package dev.berth.e2e.openclaw.laptop;

import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Modes of files. */
final class Modes {

  private Modes() {}

  /** Whatever the umask. */
  static FileAttribute<Set<PosixFilePermission>> of(String mode) {
    return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode));
  }
}
