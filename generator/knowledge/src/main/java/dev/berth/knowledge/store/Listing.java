package dev.berth.knowledge.store;

/** What every listing asks of its caller. */
public final class Listing {

  private Listing() {}

  /**
   * Refuses a page that is empty or larger than {@link ObjectStore#PAGE}.
   *
   * @throws IllegalArgumentException always when it refuses
   */
  public static int requireMost(int most) {
    if (most < 1 || most > ObjectStore.PAGE) {
      throw new IllegalArgumentException("a page of " + most + " names");
    }
    return most;
  }
}
