package dev.berth.knowledge.crossing;

/**
 * A file that did not cross, and why.
 *
 * @param why never quotes what the file holds
 */
public record LeftOut(KnowledgePath path, Reason why) {

  /** Why a file stays where it is. */
  public enum Reason {
    /** On the list of what never crosses: credentials, sessions, databases, caches, plugins. */
    NEVER("never crosses"),
    /** A link, or reached through one: it may lead anywhere. */
    LINK("is a symbolic link"),
    /** A socket, FIFO or device. */
    SPECIAL("is no regular file"),
    /** Its content has the shape of a password, key or token. */
    SECRET("holds what looks like a secret"),
    /** Larger than the cap. */
    TOO_LARGE("is larger than the cap"),
    /** It was written to each time it was read. */
    CHANGING("kept changing while it was read"),
    /** It could not be read. */
    UNREADABLE("could not be read"),
    /** Its whole name is longer than a name may be. */
    NAME_TOO_LONG("has too long a name");

    private final String words;

    Reason(String words) {
      this.words = words;
    }

    /** What follows the file's name in a sentence. */
    public String words() {
      return words;
    }
  }
}
