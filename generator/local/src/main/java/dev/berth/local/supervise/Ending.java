package dev.berth.local.supervise;

/**
 * How a gateway ended that nobody asked to end.
 *
 * @param refused whether starting it again would end the same way
 * @param why one sentence
 * @param mend what to do about it; empty when there is nothing to do
 */
record Ending(boolean refused, String why, String mend) {

  static Ending refused(String why, String mend) {
    return new Ending(true, why, mend);
  }

  static Ending passing(String why, String mend) {
    return new Ending(false, why, mend);
  }
}
