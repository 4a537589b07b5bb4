package dev.berth.cli;

/** What the exit codes mean: a contract with scripts. */
final class Exit {

  /** Done. */
  static final int DONE = 0;

  /** A declaration is wrong; nothing is written. */
  static final int WRONG = 1;

  /** The command line is wrong. */
  static final int USAGE = 2;

  /** The cloud, the cluster or an agent of this machine said no. */
  static final int CLOUD = 3;

  /** A safety gate refused. */
  static final int REFUSED = 4;

  /** A bug in Berth. */
  static final int BUG = 70;

  private Exit() {}
}
