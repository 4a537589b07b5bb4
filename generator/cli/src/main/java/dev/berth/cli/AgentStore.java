package dev.berth.cli;

import java.util.Optional;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Whose knowledge a command is about, and where that is. */
final class AgentStore {

  @Parameters(index = "0", paramLabel = "TEAM/AGENT", description = "Whose knowledge.")
  private String agent = "";

  @Option(
      names = "--store",
      paramLabel = "URL",
      description =
          "Where it is kept; by default in the environment's bucket, on a laptop in a folder of"
              + " this machine.")
  private Optional<String> store = Optional.empty();

  String agent() {
    return agent;
  }

  KnowledgePlace in(KnowledgeRun run) {
    return run.places().ofAgent(agent, store);
  }
}
