package dev.berth.cli;

import dev.berth.cli.laptop.RunningFacts;
import dev.berth.cli.laptop.RunningText;
import dev.berth.cli.print.Count;
import dev.berth.local.control.AgentReport;
import dev.berth.local.control.AgentState;
import dev.berth.local.control.Supervisor;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/**
 * What {@code berth down} does on a laptop.
 *
 * @param agents empty for all
 * @param grace how long each may end what it does
 */
record LaptopDown(Laptop laptop, List<String> agents, Duration grace) {

  /** More than a last push to a folder of this machine takes. */
  private static final Duration TO_PUSH = Duration.ofMinutes(1);

  int down(boolean dryRun) throws IOException {
    Berth berth = laptop.berth();
    Supervisor supervisor = laptop.supervisor();
    List<AgentReport> all = supervisor.status();
    laptop.mustKnow(agents, all);
    List<AgentReport> running =
        all.stream()
            .filter(Laptop::runs)
            .filter(report -> agents.isEmpty() || agents.contains(report.id()))
            .toList();
    if (running.isEmpty() || dryRun) {
      return said(running, dryRun ? "would stop" : "", running.isEmpty());
    }
    List<AgentReport> after;
    try (LaptopView view = LaptopView.of(berth, running, LaptopView.Doing.STOPPING)) {
      after = supervisor.down(running.stream().map(AgentReport::id).toList(), grace, view);
    }
    if (berth.format() != Format.TEXT) {
      berth.terminal().result(RunningFacts.of(laptop.name(), laptop.folder(), after).json());
    }
    List<AgentReport> trouble =
        after.stream()
            .filter(report -> report.state() != AgentState.STOPPED || !report.mend().isEmpty())
            .toList();
    trouble.forEach(report -> berth.terminal().complaint(RunningText.problem(report)));
    if (!trouble.isEmpty()) {
      return Exit.CLOUD;
    }
    note("Stopped: %s.%s".formatted(Count.of(after.size(), "agent"), pushed(after)));
    return Exit.DONE;
  }

  /** What is known to be in the store: of each whose last push was its end's. */
  private String pushed(List<AgentReport> after) {
    long most = grace.plus(TO_PUSH).toSeconds();
    long pushed =
        after.stream()
            .flatMap(report -> report.pushedSecondsAgo().stream())
            .filter(seconds -> seconds <= most)
            .count();
    return pushed == 0
        ? ""
        : " What %d of them learned is pushed: `%s` goes on from there."
            .formatted(pushed, laptop.up(""));
  }

  private int said(List<AgentReport> reports, String words, boolean nothing) {
    if (laptop.berth().format() != Format.TEXT) {
      laptop
          .berth()
          .terminal()
          .result(RunningFacts.of(laptop.name(), laptop.folder(), reports).json());
    } else if (nothing) {
      note("Nothing of %s runs that could be stopped.".formatted(laptop.name()));
    } else {
      reports.forEach(
          report -> laptop.berth().terminal().result("%s %s".formatted(words, report.id())));
      note("Nothing was stopped.");
    }
    return Exit.DONE;
  }

  private void note(String sentences) {
    if (laptop.berth().format() == Format.TEXT) {
      laptop.berth().terminal().note(sentences);
    }
  }
}
