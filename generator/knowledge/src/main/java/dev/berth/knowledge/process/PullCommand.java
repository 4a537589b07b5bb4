package dev.berth.knowledge.process;

import dev.berth.knowledge.work.Refused;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Pulls once, before the agent starts. */
@Command(
    name = "pull",
    description = "Makes the home what the newest snapshot is, and pulls the shared folders.")
final class PullCommand implements Callable<Integer> {

  @Mixin private Where where = new Where();

  @Option(
      names = "--claim",
      description = "Become the one writer: all others are fenced off from here on.")
  private boolean claim;

  @Option(
      names = "--writer",
      paramLabel = "NAME",
      description = "What the writer is called, as in support-customer; needed to claim.")
  private String writer = "";

  private final Program program;

  PullCommand(Program program) {
    this.program = program;
  }

  @Override
  public Integer call() throws IOException, Refused, UsageProblem {
    if (claim && writer.isEmpty()) {
      throw new UsageProblem(
          "--claim needs a name to claim with", "add --writer TEAM-AGENT, as in support-customer");
    }
    if (!writer.matches("([a-z0-9][a-z0-9-]{0,126})?")) {
      throw new UsageProblem(
          "--writer must be lower-case letters, digits and dashes, at most 127",
          "write --writer TEAM-AGENT, as in support-customer");
    }
    try (AgentKnowledge knowledge = program.outside().source().open(where, writer)) {
      Report report = new Report(program.log());
      report.pulled(knowledge.pull(claim));
      for (SharedFolder folder : knowledge.shared()) {
        report.refreshed(folder, knowledge.refresh(folder));
      }
      return Exit.DONE;
    }
  }
}
