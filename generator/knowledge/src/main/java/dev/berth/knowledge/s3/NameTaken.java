package dev.berth.knowledge.s3;

/** An object of this name is there already, so that sending another one is given up. */
final class NameTaken extends RuntimeException {

  private static final long serialVersionUID = 1L;

  NameTaken() {
    super("the name is taken");
  }

  static boolean isBehind(Throwable problem) {
    for (Throwable each = problem; each != null; each = each.getCause()) {
      if (each instanceof NameTaken) {
        return true;
      }
    }
    return false;
  }
}
