package dev.berth.knowledge.process;

/** The command line asks for what cannot be. */
final class UsageProblem extends Exception {

  private static final long serialVersionUID = 1L;

  private final String mend;

  UsageProblem(String sentence, String mend) {
    super(sentence);
    this.mend = mend;
  }

  String sentence() {
    return String.valueOf(getMessage());
  }

  String mend() {
    return mend;
  }
}
