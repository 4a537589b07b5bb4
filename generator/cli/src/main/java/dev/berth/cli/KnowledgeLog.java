package dev.berth.cli;

import dev.berth.cli.knowledge.LogFacts;
import dev.berth.knowledge.snapshot.Repository;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code berth knowledge log}. */
@Command(
    name = "log",
    description = {
      "Print an agent's snapshots, newest first: number, UTC time, what made it, how much.",
      "A copy that came second, and was kept, is marked `beside`."
    },
    footer = {
      "",
      "Examples:",
      "  berth knowledge log support/customer --limit 5",
      "  berth knowledge log support/customer --format json | jq '.snapshots[0].at'"
    })
final class KnowledgeLog implements Callable<Integer> {

  private static final int MOST = 10_000;

  @Mixin private final AgentStore agent = new AgentStore();

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "20",
      description = "How many at most, 1 to 10000; by default 20.")
  private int limit;

  private final Berth berth;

  KnowledgeLog(Berth berth) {
    this.berth = berth;
  }

  @Override
  public Integer call() {
    KnowledgeRun.within("--limit", limit, 1, MOST);
    return KnowledgeRun.of(berth, this::log);
  }

  private int log(KnowledgeRun run) throws IOException {
    KnowledgePlace place = agent.in(run);
    Repository repository = run.repository(place);
    LogFacts facts =
        LogFacts.of(place.what(), place.url(), repository.log(0, limit), repository.beside());
    run.facts(facts.lines(), facts);
    return Exit.DONE;
  }
}
