package dev.berth.knowledge.process;

import dev.berth.knowledge.work.Refused;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Pushes once. */
@Command(name = "push", description = "Makes what has changed the next snapshot.")
final class PushCommand implements Callable<Integer> {

  @Mixin private Where where = new Where();

  private final Program program;

  PushCommand(Program program) {
    this.program = program;
  }

  @Override
  public Integer call() throws IOException, Refused, UsageProblem {
    Outside outside = program.outside();
    try (AgentKnowledge knowledge = outside.source().open(where, "")) {
      new Report(program.log()).pushed(Status.START, knowledge.push(), outside.clock().instant());
      return Exit.DONE;
    }
  }
}
