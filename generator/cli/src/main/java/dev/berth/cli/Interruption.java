package dev.berth.cli;

/** Has the last word when somebody ends this process in the middle of a run. */
final class Interruption {

  private final Thread lastWords;

  private Interruption(Thread lastWords) {
    this.lastWords = lastWords;
  }

  /** Until it is over, {@code last} is the last this process does. */
  static Interruption watched(Runnable last) {
    Thread lastWords = new Thread(last, "last-words");
    Runtime.getRuntime().addShutdownHook(lastWords);
    return new Interruption(lastWords);
  }

  /** The run came to its own end. */
  void over() {
    try {
      Runtime.getRuntime().removeShutdownHook(lastWords);
    } catch (IllegalStateException ending) {
      // The process is ending already, and the last words are being said.
    }
  }
}
