package dev.berth.local.install;

/** Thrown where nothing can go on without what could not be installed. */
public final class NotInstalled extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient InstallProblem problem;

  NotInstalled(InstallProblem problem) {
    super(problem.what());
    this.problem = problem;
  }

  public InstallProblem problem() {
    return problem;
  }
}
