package dev.berth.cli;

import dev.berth.cli.laptop.RunningFacts;
import dev.berth.cli.laptop.RunningText;
import dev.berth.cli.print.Count;
import dev.berth.cli.print.Wrapped;
import dev.berth.local.control.AgentReport;
import dev.berth.local.control.AgentState;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code berth status}. */
@Command(
    name = "status",
    description = {
      "Say how the agents of this machine are: ready or why not, port, memory, version, and",
      "when their knowledge was last pushed. Without --env: of the first environment with the",
      "target local."
    },
    footer = {
      "",
      "Examples:",
      "  berth status",
      "  berth status research/reader",
      "  berth status --format json | jq -r '.agents[] | select(.state != \"ready\") | .agent'"
    })
final class Status implements Callable<Integer> {

  @Parameters(arity = "0..*", paramLabel = "TEAM/AGENT", description = "Which; by default all.")
  private List<String> agents = List.of();

  private final Berth berth;

  Status(Berth berth) {
    this.berth = berth;
  }

  @Override
  public Integer call() {
    return Laptop.run(berth, "kubectl get statefulsets,pods --namespace TEAM", this::status);
  }

  private int status(Laptop laptop) throws IOException {
    List<AgentReport> all = laptop.supervisor().status();
    laptop.mustKnow(agents, all);
    List<AgentReport> shown =
        all.stream().filter(each -> agents.isEmpty() || agents.contains(each.id())).toList();
    if (berth.format() != Format.TEXT) {
      berth.terminal().result(RunningFacts.of(laptop.name(), laptop.folder(), shown).json());
      return Exit.DONE;
    }
    berth
        .terminal()
        .result(Wrapped.ends("Berth  %s  local".formatted(laptop.name()), counts(shown)));
    berth.terminal().result(RunningText.lines(shown));
    for (String each : agents) {
      if (shown.stream().noneMatch(report -> report.id().equals(each))) {
        berth.terminal().result("  %s  never started: %s".formatted(each, laptop.up(each)));
      }
    }
    if (shown.stream().noneMatch(Laptop::runs)) {
      berth.terminal().note("Nothing runs. Next: %s".formatted(laptop.up("")));
    }
    return Exit.DONE;
  }

  private static String counts(List<AgentReport> reports) {
    return "%s, %d ready"
        .formatted(
            Count.of(reports.size(), "agent"),
            reports.stream().filter(each -> each.state() == AgentState.READY).count());
  }
}
