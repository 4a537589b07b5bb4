package dev.berth.cli;

import picocli.CommandLine.Command;

/** {@code berth new}. */
@Command(
    name = "new",
    description = "Write the smallest files of a new team or agent.",
    synopsisSubcommandLabel = "(team | agent)",
    footer = {
      "",
      "Examples:",
      "  berth new team sales --owner sales@example.com",
      "  berth new agent sales/helper --channel telegram"
    })
final class New implements Runnable {

  @Override
  public void run() {
    throw Stop.usage("say what: berth new team NAME, or berth new agent TEAM/NAME");
  }
}
