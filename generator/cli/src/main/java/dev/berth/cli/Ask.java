package dev.berth.cli;

import dev.berth.cli.laptop.TurnFacts;
import dev.berth.cli.laptop.TurnProblem;
import dev.berth.cli.print.Json;
import dev.berth.cli.print.Printable;
import dev.berth.local.control.AgentReport;
import dev.berth.local.control.AgentState;
import dev.berth.local.gateway.Turn;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code berth ask}. */
@Command(
    name = "ask",
    description = {
      "Have one turn with an agent of this machine, and print its answer as it comes.",
      "Each is a conversation of its own, unless --session names one."
    },
    footer = {
      "",
      "Examples:",
      "  berth ask research/research \"who are you?\"",
      "  berth ask research/reader --session papers \"and the second one?\"",
      "  berth ask research/reader - < question.txt"
    })
final class Ask implements Callable<Integer> {

  private static final int MOST_BYTES = 1 << 20;
  private static final int LEAST_SECONDS = 1;
  private static final int MOST_SECONDS = 3600;

  @Parameters(index = "0", paramLabel = "TEAM/AGENT", description = "Whom.")
  private String agent = "";

  @Parameters(
      index = "1",
      paramLabel = "WORDS",
      description = "What; - for what standard input says, at most 1 MiB.")
  private String words = "";

  @Option(
      names = "--session",
      paramLabel = "NAME",
      description = "Go on with the conversation of this name, or begin it.")
  private Optional<String> session = Optional.empty();

  @Option(
      names = "--timeout",
      paramLabel = "SECONDS",
      defaultValue = "600",
      description = "How long nothing may come, 1 to 3600; by default 600.")
  private int seconds;

  private final Berth berth;

  Ask(Berth berth) {
    this.berth = berth;
  }

  @Override
  public Integer call() {
    if (seconds < LEAST_SECONDS || seconds > MOST_SECONDS) {
      throw Stop.usage(
          "--timeout is %d\nmend: write a number from %d to %d"
              .formatted(seconds, LEAST_SECONDS, MOST_SECONDS));
    }
    return Laptop.run(
        berth, "kubectl exec -it statefulset/AGENT --namespace TEAM -- openclaw tui", this::ask);
  }

  private int ask(Laptop laptop) throws IOException {
    String asked = asked();
    List<AgentReport> reports = laptop.supervisor().status();
    laptop.mustKnow(List.of(agent), reports);
    AgentReport report =
        reports.stream()
            .filter(each -> each.id().equals(agent) && Laptop.runs(each))
            .findFirst()
            .orElseThrow(
                () -> Stop.cloud("%s does not run\nmend: %s".formatted(agent, laptop.up(agent))));
    if (report.state() != AgentState.READY) {
      throw Stop.cloud(TurnProblem.notReady(report));
    }
    Path token = laptop.folder().agent(agent).token();
    String name = agent.substring(agent.indexOf('/') + 1);
    Duration silence = Duration.ofSeconds(seconds);
    Spoken spoken = new Spoken(berth.around().out(), berth.format() == Format.TEXT);
    Turn turn =
        laptop.parts().turns().ask(report.port(), token, name, asked, session, silence, spoken);
    spoken.end();
    if (berth.format() != Format.TEXT) {
      berth.terminal().result(Json.print(TurnFacts.of(agent, laptop.name(), turn)));
    }
    if (turn instanceof Turn.Failed failed) {
      throw Stop.cloud(TurnProblem.of(report, failed, silence));
    }
    if (turn.text().isBlank() && berth.format() == Format.TEXT) {
      berth
          .terminal()
          .complaint(
              "%s said nothing.\nmend: ask otherwise; `berth logs %s` says what it did"
                  .formatted(agent, agent));
    }
    return Exit.DONE;
  }

  private String asked() throws IOException {
    if (!words.equals("-")) {
      return some(words);
    }
    byte[] read = berth.around().in().readNBytes(MOST_BYTES + 1);
    if (read.length > MOST_BYTES) {
      throw Stop.usage(
          "standard input is more than 1 MiB\nmend: ask less at once, or have the agent read a"
              + " file of its workspace");
    }
    return some(new String(read, StandardCharsets.UTF_8));
  }

  private static String some(String words) {
    if (words.isBlank()) {
      throw Stop.usage("nothing is asked\nmend: write a question, or - for standard input");
    }
    return words;
  }

  /** Prints an answer piece by piece. */
  private static final class Spoken implements Consumer<String> {
    private final PrintStream out;
    private final boolean shown;
    private boolean open;

    Spoken(PrintStream out, boolean shown) {
      this.out = out;
      this.shown = shown;
    }

    @Override
    public void accept(String piece) {
      if (shown && !piece.isEmpty()) {
        out.print(Printable.lines(piece));
        out.flush();
        open = !piece.endsWith("\n");
      }
    }

    void end() {
      if (open) {
        out.print("\n");
        out.flush();
      }
    }
  }
}
