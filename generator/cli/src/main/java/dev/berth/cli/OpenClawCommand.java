package dev.berth.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code berth openclaw}. */
@Command(
    name = "openclaw",
    description = {
      "Ask OpenClaw itself: would it run these agents, would another version.",
      "Fetches the version it asks from npm, once, when it is not on this machine."
    },
    synopsisSubcommandLabel = "COMMAND",
    footer = {"", "Examples:", "  berth openclaw verify", "  berth openclaw upgrade --to 2026.9.6"})
final class OpenClawCommand implements Runnable {

  /** With its subcommands. */
  static CommandLine of(Berth berth) {
    return new CommandLine(new OpenClawCommand())
        .addSubcommand(new OpenClawVerify(berth))
        .addSubcommand(new OpenClawUpgrade(berth))
        .addSubcommand(new OpenClawBudget(berth));
  }

  @Override
  public void run() {
    throw Stop.usage("say what: berth openclaw --help lists it");
  }
}
