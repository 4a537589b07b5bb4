package dev.berth.knowledge.store;

/** What the listings of all stores have in common. */
public final class Listing {

  /** Comes before every character of a name: a name and this is the least text after the name. */
  public static final String BEFORE_ALL = "!";

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

  /** Whether an object may have this name: what others put into a bucket is none of Berth's. */
  public static boolean isName(String text) {
    try {
      ObjectStore.requireName(text);
      return true;
    } catch (IllegalArgumentException odd) {
      return false;
    }
  }
}
