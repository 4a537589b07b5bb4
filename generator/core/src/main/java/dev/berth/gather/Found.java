package dev.berth.gather;

import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;

/**
 * An entry of a folder, as it was when the folder was listed.
 *
 * @param attributes of the entry itself, never of what it links to
 */
record Found(Path path, String name, BasicFileAttributes attributes) {

  /** What stands at a path. */
  enum Kind {
    FILE,
    FOLDER,
    LINK,
    /** A FIFO, socket or device: opening one may wait for ever. */
    OTHER
  }

  Kind kind() {
    if (attributes.isSymbolicLink()) {
      return Kind.LINK;
    }
    if (attributes.isDirectory()) {
      return Kind.FOLDER;
    }
    return attributes.isRegularFile() ? Kind.FILE : Kind.OTHER;
  }

  /** Whether {@code later} is the same file or folder, unchanged. */
  boolean sameAs(BasicFileAttributes later) {
    return sameThing(later)
        && attributes.size() == later.size()
        && attributes.lastModifiedTime().equals(later.lastModifiedTime());
  }

  private boolean sameThing(BasicFileAttributes later) {
    // Some file systems have no key: there the kind, length and time must do.
    return Objects.equals(attributes.fileKey(), later.fileKey())
        && attributes.isRegularFile() == later.isRegularFile()
        && attributes.isDirectory() == later.isDirectory();
  }
}
