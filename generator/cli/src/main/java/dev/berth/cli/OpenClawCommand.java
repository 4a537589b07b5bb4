package dev.berth.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code berth openclaw}. */
@Command(
    name = "openclaw",
    description = "Ask what OpenClaw itself makes of agents.",
    synopsisSubcommandLabel = "COMMAND")
final class OpenClawCommand implements Runnable {

  /** With its subcommands. */
  static CommandLine of(Berth berth) {
    return new CommandLine(new OpenClawCommand()).addSubcommand(new OpenClawBudget(berth));
  }

  @Override
  public void run() {
    throw Stop.usage("say what: berth openclaw --help lists it");
  }
}
