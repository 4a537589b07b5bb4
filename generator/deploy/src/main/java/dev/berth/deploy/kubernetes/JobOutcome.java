package dev.berth.deploy.kubernetes;

/** How a Job ended. */
public sealed interface JobOutcome {

  /**
   * Its container ran to its own end.
   *
   * @param message its termination message, as it wrote it; empty for none
   */
  record Ended(int exitCode, String message) implements JobOutcome {}

  /**
   * Its container did not run, or not to its end.
   *
   * @param why in the cluster's words, on one line
   */
  record NotRun(String why) implements JobOutcome {}
}
