package dev.berth.knowledge.store;

import java.io.IOException;

/** A store did not do what was asked; nothing that it held was changed. */
public final class StoreProblem extends IOException {

  private static final long serialVersionUID = 1L;

  /** What a caller may do about it. */
  public enum Kind {
    /** There is no such object. */
    ABSENT,
    /** Whoever asks may not; trying again does not help. */
    DENIED,
    /** There is no such bucket or folder. */
    NO_BUCKET,
    /** No answer, or too many requests, for as long as the deadline allowed. Later it may work. */
    UNAVAILABLE,
    /** No room is left where objects are kept. */
    FULL,
    /** What came back is not what was stored. */
    DAMAGED
  }

  private final Kind kind;

  /**
   * @param message one sentence for people, which names the object or bucket and no secret
   * @param cause what the client said, for {@code --trace}
   */
  public StoreProblem(Kind kind, String message, Throwable cause) {
    super(message, cause);
    this.kind = kind;
  }

  public StoreProblem(Kind kind, String message) {
    super(message);
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }

  /** The sentence for people. */
  public String message() {
    return String.valueOf(getMessage());
  }
}
