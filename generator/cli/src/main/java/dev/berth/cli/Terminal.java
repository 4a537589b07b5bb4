package dev.berth.cli;

import dev.berth.cli.print.Wrapped;
import java.util.List;

/** What a command says, and where to. */
final class Terminal {

  private final Surroundings around;
  private final boolean quiet;

  Terminal(Surroundings around, boolean quiet) {
    this.around = around;
    this.quiet = quiet;
  }

  /** What was asked for: to standard output. */
  void result(String text) {
    around.out().print(text.endsWith("\n") || text.isEmpty() ? text : text + "\n");
  }

  /** What was asked for: to standard output. */
  void result(List<String> lines) {
    lines.forEach(line -> around.out().print(line + "\n"));
  }

  /** What is good to know; nothing when quiet. */
  void note(String sentences) {
    note("", sentences);
  }

  /** The same behind {@code first}, which the other lines are indented by. */
  void note(String first, String sentences) {
    if (!quiet) {
      result(Wrapped.words(first, sentences));
    }
  }

  /** What keeps a command from its work: to standard error, broken at 80 columns. */
  void complaint(String sentences) {
    sentences.lines().flatMap(line -> Wrapped.words("", line).stream()).forEach(this::error);
  }

  /** To standard error, as it is. */
  void error(String text) {
    around.out().flush();
    around.err().print(text.endsWith("\n") || text.isEmpty() ? text : text + "\n");
    around.err().flush();
  }
}
