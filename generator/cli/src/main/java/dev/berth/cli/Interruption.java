package dev.berth.cli;

/** Says where a run stands when somebody ends this process in the middle of it. */
final class Interruption implements AutoCloseable {

  private final Thread lastWords;

  private Interruption(Thread lastWords) {
    this.lastWords = lastWords;
  }

  /** Until closed, {@code journal} has the last words of this process. */
  static Interruption watched(Journal journal, Terminal terminal) {
    Thread lastWords =
        new Thread(() -> terminal.complaint("\nInterrupted. " + journal.ended()), "last-words");
    Runtime.getRuntime().addShutdownHook(lastWords);
    return new Interruption(lastWords);
  }

  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(lastWords);
    } catch (IllegalStateException ending) {
      // The process is ending already, and the last words are being said.
    }
  }
}
