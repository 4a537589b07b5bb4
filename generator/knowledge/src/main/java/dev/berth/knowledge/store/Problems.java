package dev.berth.knowledge.store;

import dev.berth.knowledge.store.StoreProblem.Kind;
import java.io.IOException;

/** The problems that every store has in common, each in one sentence. */
public final class Problems {

  private Problems() {}

  /** There is no object at this address. */
  public static StoreProblem absent(String address) {
    return new StoreProblem(Kind.ABSENT, address + " does not exist");
  }

  /** What was to be stored cannot be read, or is not as long as it was said to be. */
  public static StoreProblem unreadable(String address, IOException cause) {
    return new StoreProblem(
        Kind.UNAVAILABLE, address + " was not stored: its bytes could not be read here", cause);
  }
}
