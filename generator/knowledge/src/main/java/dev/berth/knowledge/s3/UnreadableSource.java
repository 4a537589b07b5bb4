package dev.berth.knowledge.s3;

import dev.berth.knowledge.store.StoreProblem;

/**
 * What was to be stored could not be read, or there is no time left to send it. No {@link
 * java.io.IOException}, and without one as its cause: the client would take that for a failure of
 * the network and try again.
 */
final class UnreadableSource extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final StoreProblem problem;

  UnreadableSource(StoreProblem problem) {
    super(problem.message());
    this.problem = problem;
  }

  StoreProblem problem() {
    return problem;
  }
}
