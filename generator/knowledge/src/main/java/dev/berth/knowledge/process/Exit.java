package dev.berth.knowledge.process;

/** What the process ends with; the same numbers as the command line's. */
final class Exit {

  static final int DONE = 0;
  static final int USAGE = 2;

  /** The store or the disk failed. */
  static final int STORE = 3;

  static final int REFUSED = 4;
  static final int BUG = 70;

  private Exit() {}
}
