package dev.berth.cli;

import dev.berth.cli.knowledge.MovedText;
import dev.berth.knowledge.work.Moved;
import dev.berth.knowledge.work.Progress;
import dev.berth.knowledge.work.Refused;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code berth knowledge clone}. */
@Command(
    name = "clone",
    description = {
      "Start an agent from what another knows; its soul and configuration stay its own.",
      "The new one must have no snapshot yet."
    },
    footer = {"", "Examples:", "  berth knowledge clone support/customer support/returns"})
final class KnowledgeClone implements Callable<Integer> {

  @Mixin private final AgentStore agent = new AgentStore();

  @Parameters(
      index = "1",
      paramLabel = "NEW-TEAM/AGENT",
      description = "Who starts from it; may be declared later.")
  private String target = "";

  @Option(
      names = "--to-store",
      paramLabel = "URL",
      description = "Where its knowledge goes; by default into the environment's bucket.")
  private Optional<String> targetStore = Optional.empty();

  @Option(names = "--dry-run", description = "Say what would be cloned; change nothing.")
  private boolean dryRun;

  private final Berth berth;

  KnowledgeClone(Berth berth) {
    this.berth = berth;
  }

  @Override
  public Integer call() {
    if (agent.agent().equals(target)) {
      throw Stop.usage("%s is both at once\nmend: name another agent".formatted(target));
    }
    return KnowledgeRun.of(berth, this::copy);
  }

  private int copy(KnowledgeRun run) throws IOException, Refused {
    KnowledgePlace from = agent.in(run);
    KnowledgePlace to = run.places().ofNew(target, targetStore, "--to-store");
    run.places().mustNotRun(to);
    Moved moved;
    try (TransferView view = run.view("Cloning %s to %s".formatted(from.what(), to.what()))) {
      moved = run.knowledge(from, view).cloneTo(run.knowledge(to, Progress.NONE), dryRun);
    }
    run.moved(
        MovedText.Words.CLONE,
        "%s to %s".formatted(from.what(), to.what()),
        to.what(),
        to.url(),
        moved);
    if (!run.places().isDeclared(target)) {
      run.note("%s is not declared yet:".formatted(target), "berth new agent " + target);
    }
    return Exit.DONE;
  }
}
