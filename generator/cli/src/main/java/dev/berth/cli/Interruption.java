package dev.berth.cli;

/** Says where a run stands when somebody ends this process in the middle of it. */
final class Interruption {

  private final Thread lastWords;

  private Interruption(Thread lastWords) {
    this.lastWords = lastWords;
  }

  /** Until it is over, {@code journal} has the last words of this process. */
  static Interruption watched(Journal journal, Terminal terminal) {
    Thread lastWords =
        new Thread(() -> terminal.complaint("\nInterrupted. " + journal.ended()), "last-words");
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
