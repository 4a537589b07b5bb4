package dev.berth.knowledge.work;

/** A promise forbids what was asked for; nothing was changed. */
public final class Refused extends Exception {

  private static final long serialVersionUID = 1L;

  /** Which promise. */
  public enum Code {
    /** The workspace is empty, missing or suddenly tiny; the stored one is not. */
    TINY_WORKSPACE,
    /** The store holds no snapshot, or not the one that was asked for. */
    NO_SNAPSHOT,
    /** Where the copy should go there is knowledge already. */
    NOT_EMPTY,
    /** Another process works on this working copy. */
    LOCKED,
    /** The knowledge was moved; this store takes no more of it. */
    MOVED,
    /** Two names fall together on the file system of the working copy. */
    NAMES_COLLIDE
  }

  private final Code code;
  private final String mend;

  /**
   * @param sentence what is the matter, without the mend
   * @param mend what the user can do, one line to paste where possible
   */
  public Refused(Code code, String sentence, String mend) {
    super(sentence);
    this.code = code;
    this.mend = mend;
  }

  /** The store at this URL is closed for writers. */
  static Refused moved(String url) {
    return new Refused(
        Code.MOVED,
        "this knowledge was moved away from " + url,
        "name the store it was moved to: the environment's `knowledge` in fleet.yaml, or --store");
  }

  public Code code() {
    return code;
  }

  public String sentence() {
    return String.valueOf(getMessage());
  }

  public String mend() {
    return mend;
  }
}
