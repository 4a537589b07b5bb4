package dev.berth.local.judge;

/**
 * One thing that OpenClaw has to say of a configuration.
 *
 * @param command that said it, e.g. {@code security audit}
 * @param code OpenClaw's own name of it, or the key it is about
 * @param what a sentence or more, OpenClaw's
 * @param mend OpenClaw's advice, or for what is expected why it is; empty when there is none
 */
public record Remark(String command, Weight weight, String code, String what, String mend) {

  /** What a remark means. */
  public enum Weight {
    /** An agent must not run like this. */
    REFUSED,
    /** Somebody should look at it. */
    WARNING,
    /** Meant to be as it is, for the reason in {@link Expected}. */
    EXPECTED
  }
}
