package dev.berth.cli;

import dev.berth.cli.print.Wrapped;
import dev.berth.deploy.pulumi.Outcome;
import dev.berth.deploy.pulumi.Progress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Shows one stack's run: one line that changes on a terminal, one line an event otherwise. The
 * engine tells its events from a thread of its own.
 */
final class StackView implements Consumer<Progress> {

  private static final String REWRITE = "\r\u001b[2K";

  private final Berth berth;
  private final String stack;
  private final boolean live;
  private final int resources;
  private final long started = System.nanoTime();
  private final Map<String, Integer> finished = new TreeMap<>();

  /**
   * @param resources how many the stack is to hold
   */
  StackView(Berth berth, String stack, int resources) {
    this.resources = resources;
    this.berth = berth;
    this.stack = stack;
    this.live = berth.around().terminal();
  }

  @Override
  public synchronized void accept(Progress progress) {
    if (progress.state() == Progress.State.DONE) {
      finished.merge(progress.operation(), 1, Integer::sum);
    }
    if (live) {
      String line = head() + counts(finished, false) + standing() + "  " + words(progress);
      draw(REWRITE + line.substring(0, Math.min(line.length(), Wrapped.COLUMNS - 1)));
    } else if (!Outcome.Done.AS_IT_WAS.contains(progress.operation())
        || progress.state() == Progress.State.FAILED) {
      berth.terminal().note(head(), words(progress));
    }
  }

  /** The stack's last line. */
  synchronized void done(Outcome.Done outcome) {
    clear();
    berth
        .terminal()
        .result(
            head()
                + (outcome.changed() == 0
                    ? "up to date"
                    : counts(outcome.changes(), berth.colored())));
  }

  /** Says one thing of the stack, e.g. why nothing is known of it. */
  synchronized void say(String text) {
    clear();
    berth.terminal().result(Wrapped.words(head(), text));
  }

  /** Takes the changing line away. */
  synchronized void clear() {
    if (live) {
      draw(REWRITE);
    }
  }

  /** {@code 61/84 0:41}: resources done of all, and minutes and seconds since the start. */
  private String standing() {
    int done = finished.values().stream().mapToInt(Integer::intValue).sum();
    long seconds = Duration.ofNanos(System.nanoTime() - started).toSeconds();
    return "  %s  %d:%02d"
        .formatted(
            done > resources ? String.valueOf(done) : done + "/" + resources,
            seconds / 60,
            seconds % 60);
  }

  private void draw(String text) {
    berth.around().out().print(text);
    berth.around().out().flush();
  }

  private String head() {
    return stack + " ".repeat(Math.max(2, 16 - stack.length()));
  }

  private static String words(Progress progress) {
    String end =
        switch (progress.state()) {
          case STARTED -> "";
          case DONE -> " done";
          case FAILED -> " failed";
        };
    return progress.operation() + " " + progress.name() + end;
  }

  /** {@code +1 ~2 -1 =9}: new, changed, gone, as it was. */
  static String counts(Map<String, Integer> operations, boolean colored) {
    Map<String, Integer> bySign = new TreeMap<>();
    operations.forEach((operation, number) -> bySign.merge(sign(operation), number, Integer::sum));
    List<String> words = new ArrayList<>();
    for (String sign : List.of("+", "~", "-", "=")) {
      int number = bySign.getOrDefault(sign, 0);
      if (number > 0) {
        words.add(colored ? paint(sign).on(sign + number) : sign + number);
      }
    }
    return String.join(" ", words);
  }

  private static String sign(String operation) {
    if (Outcome.Done.AS_IT_WAS.contains(operation)) {
      return "=";
    }
    return switch (operation) {
      case "create", "import" -> "+";
      case "delete" -> "-";
      default -> "~";
    };
  }

  private static Paint paint(String sign) {
    return switch (sign) {
      case "+" -> Paint.GREEN;
      case "-" -> Paint.RED;
      case "=" -> Paint.DIM;
      default -> Paint.YELLOW;
    };
  }
}
