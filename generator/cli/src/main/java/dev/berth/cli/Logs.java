package dev.berth.cli;

import dev.berth.cli.laptop.LogFile;
import dev.berth.cli.laptop.LogLine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code berth logs}. */
@Command(
    name = "logs",
    description = {
      "Print what an agent of this machine logged: time in UTC, level, part, message.",
      "Secrets that it was given are masked. With --format json: an object a line."
    },
    footer = {
      "",
      "Examples:",
      "  berth logs research/reader",
      "  berth logs research/reader -f -n 10"
    })
final class Logs implements Callable<Integer> {

  private static final int MOST_LINES = 1_000_000;

  @Parameters(index = "0", paramLabel = "TEAM/AGENT", description = "Whose.")
  private String agent = "";

  @Option(
      names = {"-f", "--follow"},
      description = "Go on with what is logged from now on, until Ctrl-C.")
  private boolean follow;

  @Option(
      names = {"-n", "--lines"},
      paramLabel = "N",
      defaultValue = "100",
      description = "How many of the last lines, 0 to 1000000; by default 100.")
  private int count;

  private final Berth berth;

  Logs(Berth berth) {
    this.berth = berth;
  }

  @Override
  public Integer call() {
    if (count < 0 || count > MOST_LINES) {
      throw Stop.usage(
          "--lines is %d\nmend: write a number from 0 to %d".formatted(count, MOST_LINES));
    }
    return Laptop.run(
        berth, "kubectl logs statefulset/AGENT --namespace TEAM --follow", this::logs);
  }

  private int logs(Laptop laptop) throws IOException {
    // Its name becomes a path: it must be one that is known.
    if (!laptop.declared().contains(agent)) {
      laptop.mustKnow(List.of(agent), laptop.supervisor().status());
    }
    Path file = laptop.folder().agent(agent).log();
    if (!Files.exists(file)) {
      throw Stop.cloud("%s never ran\nmend: %s".formatted(agent, laptop.up(agent)));
    }
    LogLine line = new LogLine();
    UnaryOperator<String> form = berth.format() == Format.TEXT ? line::text : line::json;
    new LogFile(file)
        .read(
            count,
            () -> shown() && follow && laptop.parts().pause().getAsBoolean(),
            each -> berth.around().out().print(form.apply(each) + "\n"));
    return Exit.DONE;
  }

  /** Whether whoever reads this still does. */
  private boolean shown() {
    return !berth.around().out().checkError();
  }
}
