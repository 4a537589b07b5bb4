package dev.berth.source;

/**
 * A path that was found and not read.
 *
 * @param path relative to the repository's root, with forward slashes
 * @param limitBytes the most that is read of such a file; meaningful for {@link Reason#TOO_LARGE}
 */
public record Refusal(String path, Reason reason, int limitBytes) {

  /** Why a path is not read. */
  public enum Reason {
    /** A symbolic link, or reached through one: it could point anywhere. */
    SYMLINK,
    /** A FIFO, device, socket or directory where a file must be. */
    NOT_A_FILE,
    /** Not a folder, where only a folder may be. */
    NOT_A_FOLDER,
    /** Longer than {@link Refusal#limitBytes}. */
    TOO_LARGE,
    /** The system refused to open it. */
    UNREADABLE,
    /** It changed or went away between being listed and being read. */
    CHANGED_WHILE_READ,
    /** Neither a declaration nor a soul, where only those may be. */
    STRAY
  }
}
