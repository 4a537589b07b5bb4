package dev.berth.knowledge.snapshot;

import java.util.Optional;

/** What the values of an entry must be, for whoever writes one and for whoever reads one. */
final class EntryCheck {

  /** The largest size that is written; sums of a few stay within a long. */
  static final long LARGEST_BYTES = 999_999_999_999_999L;

  private static final int ALL_MODES = 0777;

  private EntryCheck() {}

  /** What is wrong with an entry: the end of a sentence whose subject is its name. */
  static Optional<String> wrong(Entry entry) {
    if (!mayCross(entry.path().text(), entry.isFolder())) {
      return Optional.of("is no name that a snapshot may hold");
    }
    if (entry.isFolder()) {
      return entry.equals(Entry.folder(entry.path()))
          ? Optional.empty()
          : Optional.of("is a folder with values of a file");
    }
    if (entry.mode() < 0 || entry.mode() > ALL_MODES) {
      return Optional.of("has an impossible mode");
    }
    if (entry.sizeBytes() < 0 || entry.sizeBytes() > LARGEST_BYTES) {
      return Optional.of("has an impossible size");
    }
    if (!Sha256.isOne(entry.content())) {
      return Optional.of("has no SHA-256");
    }
    return isPlaced(entry) ? Optional.empty() : Optional.of("is where no file is kept");
  }

  /**
   * The top of the allow-list, which never changes. What is left out below it may grow from one
   * version to the next, and a snapshot must stay readable when it does.
   */
  private static boolean mayCross(String text, boolean folder) {
    return text.startsWith("workspace/") || text.equals(folder ? "workspace" : "openclaw.json");
  }

  private static boolean isPlaced(Entry entry) {
    if (entry.sizeBytes() == 0) {
      return entry.object().isEmpty()
          && entry.offset() == 0
          && entry.content().equals(Sha256.OF_NOTHING);
    }
    if (entry.object().equals(entry.content())) {
      return entry.offset() == 0;
    }
    return Sha256.isOne(entry.object())
        && entry.sizeBytes() <= Packs.LARGEST_PACKED_BYTES
        && entry.offset() >= 0
        && entry.offset() <= Packs.PACK_BYTES - entry.sizeBytes();
  }
}
