package dev.berth.knowledge.snapshot;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * One state of an agent's knowledge: the small record that commits it.
 *
 * @param number 1, 2, 3 and so on without a gap; the store's one order of events
 * @param parent the number it follows: one less, or for a copy kept beside the one it was based on;
 *     0 for none
 * @param at when it was pushed, to the millisecond; later than its parent's
 * @param writer who pushed it: {@code name-} and 32 random hexadecimal digits
 * @param why what made it
 * @param tree SHA-256 of the root node of its tree
 * @param files how many files
 * @param bytes what they hold, uncompressed
 * @param nonce 32 random hexadecimal digits: tells one's own record after an unclear answer
 */
public record Snapshot(
    long number,
    long parent,
    Instant at,
    String writer,
    Why why,
    String tree,
    long files,
    long bytes,
    String nonce) {

  public Snapshot {
    at = at.truncatedTo(ChronoUnit.MILLIS);
  }

  /** What made a snapshot. */
  public enum Why {
    /** A writer pushed what had changed. */
    PUSH,
    /** A writer pushed and came second: this copy is kept beside, and is no part of the order. */
    BESIDE,
    /** A writer took over: nothing changed, and older writers are fenced off from here on. */
    CLAIM,
    /** An older snapshot became the newest again. */
    RESTORE,
    /** The start of an agent that was made from another's knowledge. */
    CLONE,
    /** Files that an agent published into a shared folder. */
    SHARE,
    /** The knowledge lives elsewhere from here on; no writer may follow. */
    MOVED
  }
}
