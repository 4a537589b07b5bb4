package dev.berth.cli;

import dev.berth.cli.laptop.RunningFacts;
import dev.berth.cli.laptop.RunningText;
import dev.berth.local.control.AgentReport;
import dev.berth.local.control.AgentState;
import dev.berth.local.control.Supervisor;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code berth restart}. */
@Command(
    name = "restart",
    description = {
      "Let agents of this machine end what they do, and start them again as they were.",
      "What declarations say now takes effect with `berth up`, which restarts what changed."
    },
    footer = {"", "Examples:", "  berth restart", "  berth restart research/reader"})
final class Restart implements Callable<Integer> {

  @Parameters(
      arity = "0..*",
      paramLabel = "TEAM/AGENT",
      description = "Which; by default all that run.")
  private List<String> agents = List.of();

  @Option(
      names = "--grace",
      paramLabel = "AGE",
      defaultValue = Grace.USUAL,
      description = "How long an agent may end what it does, by default 45s.")
  private String grace = Grace.USUAL;

  private final Berth berth;

  Restart(Berth berth) {
    this.berth = berth;
  }

  @Override
  public Integer call() {
    Duration most = Grace.parse(grace);
    return Laptop.run(
        berth,
        "kubectl rollout restart statefulset/AGENT --namespace TEAM",
        laptop -> restart(laptop, most));
  }

  private int restart(Laptop laptop, Duration most) throws IOException {
    Supervisor supervisor = laptop.supervisor();
    List<AgentReport> all = supervisor.status();
    laptop.mustKnow(agents, all);
    for (String each : agents) {
      if (all.stream().noneMatch(report -> report.id().equals(each) && Laptop.runs(report))) {
        throw Stop.cloud("%s does not run\nmend: %s".formatted(each, laptop.up(each)));
      }
    }
    List<AgentReport> running =
        all.stream()
            .filter(Laptop::runs)
            .filter(report -> agents.isEmpty() || agents.contains(report.id()))
            .toList();
    if (running.isEmpty()) {
      throw Stop.cloud("nothing of %s runs\nmend: %s".formatted(laptop.name(), laptop.up("")));
    }
    List<AgentReport> after;
    try (LaptopView view = LaptopView.of(berth, running, LaptopView.Doing.STARTING)) {
      after = supervisor.restart(running.stream().map(AgentReport::id).toList(), most, view);
    }
    if (berth.format() == Format.TEXT) {
      berth.terminal().result(RunningText.lines(after));
    } else {
      berth.terminal().result(RunningFacts.of(laptop.name(), laptop.folder(), after).json());
    }
    return after.stream().allMatch(report -> report.state() == AgentState.READY)
        ? Exit.DONE
        : Exit.CLOUD;
  }
}
