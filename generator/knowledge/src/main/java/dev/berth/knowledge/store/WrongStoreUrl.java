package dev.berth.knowledge.store;

/** A text that is no address of a store: a mistake of whoever wrote it. */
public final class WrongStoreUrl extends Exception {

  private static final long serialVersionUID = 1L;

  private final String mend;

  /**
   * @param message what is and what must be, in a sentence without its full stop
   * @param mend what to write instead, to paste
   */
  WrongStoreUrl(String message, String mend) {
    super(message);
    this.mend = mend;
  }

  /** The sentence for people; it repeats no user, password or key. */
  public String message() {
    return String.valueOf(getMessage());
  }

  /** What to write instead. */
  public String mend() {
    return mend;
  }
}
