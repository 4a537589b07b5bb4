package dev.berth.cli;

import dev.berth.cli.knowledge.Age;
import dev.berth.cli.knowledge.MovedText;
import dev.berth.knowledge.snapshot.Repository;
import dev.berth.knowledge.work.Moved;
import dev.berth.knowledge.work.Progress;
import dev.berth.knowledge.work.Refused;
import dev.berth.knowledge.work.WorkingCopy;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code berth knowledge watch}. */
@Command(
    name = "watch",
    description = {
      "Push now, then every while, and once more when asked to stop (Ctrl-C or SIGTERM).",
      "What the agent's pod does, for an agent that runs on this machine."
    },
    footer = {
      "",
      "Examples:",
      "  berth knowledge watch support/customer --home ~/customer --every 15m"
    })
final class KnowledgeWatch implements Callable<Integer> {

  private static final Duration LEAST = Duration.ofSeconds(1);
  private static final Duration MOST = Duration.ofDays(1);

  @Mixin private final AgentStore agent = new AgentStore();

  @Mixin private final HomeFolder home = new HomeFolder();

  @Option(
      names = "--every",
      paramLabel = "AGE",
      defaultValue = "15m",
      description = "How often to push, 1s to 1d; by default 15m.")
  private String every = "";

  private final Berth berth;

  KnowledgeWatch(Berth berth) {
    this.berth = berth;
  }

  @Override
  public Integer call() {
    Duration pace =
        Age.parse(every)
            .filter(age -> age.compareTo(LEAST) >= 0 && age.compareTo(MOST) <= 0)
            .orElseThrow(
                () ->
                    Stop.usage(
                        "--every is `%s`\nmend: write %s, from 1s to 1d"
                            .formatted(every, Age.RULE)));
    if (berth.format() == Format.JSON) {
      throw Stop.usage("watch prints a log\nmend: leave `--format json` away");
    }
    return KnowledgeRun.of(berth, run -> watch(run, pace));
  }

  private int watch(KnowledgeRun run, Duration pace) throws IOException, Refused {
    KnowledgePlace place = agent.in(run);
    WorkingCopy copy = home.existing(berth.around(), place);
    run.places().mustNotRun(place);
    Repository repository = run.repository(place);
    Moved moved;
    try (TransferView view = run.view("Pushing " + place.what())) {
      moved = run.knowledge(repository, view).push(copy, false, false);
    }
    run.moved(MovedText.Words.PUSH, place, moved);
    if (moved.result() == Moved.Result.KEPT_BESIDE) {
      return Exit.REFUSED;
    }
    return run.parts()
        .watches()
        .run(run.knowledge(repository, Progress.NONE), copy, pace, this::log);
  }

  private void log(String line) {
    berth.around().out().print(line + "\n");
    berth.around().out().flush();
  }
}
