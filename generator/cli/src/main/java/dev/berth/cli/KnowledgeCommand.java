package dev.berth.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code berth knowledge}. */
@Command(
    name = "knowledge",
    description = {
      "Pull, push, look into, restore, clone, share and move what agents know.",
      "An agent's knowledge is in the environment's bucket, on a laptop in a folder of this",
      "machine; --store names another place."
    },
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "Examples:",
      "  berth knowledge log support/customer",
      "  berth knowledge diff support/customer 41",
      "  berth knowledge restore support/customer --to 2h",
      "  berth knowledge drill support/customer --older-than 2h"
    })
final class KnowledgeCommand implements Runnable {

  /** With its subcommands. */
  static CommandLine of(Berth berth) {
    return new CommandLine(new KnowledgeCommand())
        .addSubcommand(new KnowledgePull(berth))
        .addSubcommand(new KnowledgePush(berth))
        .addSubcommand(new KnowledgeWatch(berth))
        .addSubcommand(new KnowledgeLog(berth))
        .addSubcommand(new KnowledgeDiff(berth))
        .addSubcommand(new KnowledgeRestore(berth))
        .addSubcommand(new KnowledgeClone(berth))
        .addSubcommand(new KnowledgeShare(berth))
        .addSubcommand(new KnowledgeMove(berth))
        .addSubcommand(new KnowledgeDrill(berth));
  }

  @Override
  public void run() {
    throw Stop.usage("say what: berth knowledge --help lists it");
  }
}
