package dev.berth.local.gateway;

/** How one turn with an agent ended. */
public sealed interface Turn {

  /** What the agent said, whole or up to where it broke off; empty when it said nothing. */
  String text();

  /**
   * It came to its end.
   *
   * @param reason the gateway's word for why it ended there, e.g. {@code stop}; empty for none
   */
  record Answered(String text, String reason) implements Turn {}

  /**
   * It did not.
   *
   * @param status of HTTP; 0 when the gateway did not answer at all
   * @param said in the gateway's words; empty when it said nothing
   */
  record Failed(Kind kind, int status, String said, String text) implements Turn {}

  /** Why a turn did not come to its end. */
  enum Kind {
    /** Nothing listens there. */
    NOBODY,
    /** The gateway does not know the token. */
    DENIED,
    /** It takes no turns now: it starts, drains or has too many. */
    BUSY,
    /** It does not take this one. */
    REFUSED,
    /** The run behind it failed: its model, or a tool of it. */
    RUN_FAILED,
    /** The connection ended before the answer did. */
    CUT,
    /** Nothing came for too long. */
    SILENT,
    /** What answers there is no gateway of OpenClaw. */
    STRANGE
  }
}
