package dev.berth.cli;

import dev.berth.cli.knowledge.MovedText;
import dev.berth.knowledge.work.Moved;
import dev.berth.knowledge.work.Progress;
import dev.berth.knowledge.work.Refused;
import dev.berth.model.Environment;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code berth knowledge move}. */
@Command(
    name = "move",
    description = {
      "Copy every snapshot to another bucket or provider, compare, then close the old store.",
      "The old store keeps what it holds and takes no more. After a break, run it again."
    },
    footer = {
      "",
      "Examples:",
      "  berth knowledge move support/customer --to gs://acme-new/agents/support/customer/",
      "  berth knowledge move support/customer --to 's3://acme/customer/?region=eu-west-1'"
    })
final class KnowledgeMove implements Callable<Integer> {

  @Mixin private final AgentStore agent = new AgentStore();

  @Option(
      names = "--to",
      paramLabel = "URL",
      required = true,
      description = "Where it is kept from then on; empty, or begun by an earlier try.")
  private String to = "";

  @Option(names = "--yes", description = "Do not ask.")
  private boolean yes;

  @Option(
      names = {"--dry-run", "--preview"},
      description = "Say what would be moved; change nothing.")
  private boolean dryRun;

  private final Berth berth;

  KnowledgeMove(Berth berth) {
    this.berth = berth;
  }

  @Override
  public Integer call() {
    return KnowledgeRun.of(berth, this::move);
  }

  private int move(KnowledgeRun run) throws IOException, Refused {
    KnowledgePlace from = agent.in(run);
    KnowledgePlace target = new KnowledgePlace(from.what(), to, false, Optional.empty());
    run.places().mustNotRun(from);
    if (from.url().equals(to)) {
      throw Stop.usage("it is there already: %s\nmend: name another store".formatted(to));
    }
    if (!dryRun
        && !new Consent(berth.around(), yes)
            .to("Move the knowledge of %s to %s?".formatted(from.what(), to))) {
      run.note("Nothing was changed.");
      return Exit.REFUSED;
    }
    Moved moved;
    try (TransferView view = run.view("Moving " + from.what())) {
      moved = run.knowledge(from, view).moveTo(run.knowledge(target, Progress.NONE), dryRun);
    }
    run.moved(MovedText.Words.MOVE, target, moved);
    if (!dryRun) {
      after(run, from);
    }
    return Exit.DONE;
  }

  private void after(KnowledgeRun run, KnowledgePlace from) {
    Environment environment = run.places().environment();
    Matcher bucket =
        Pattern.compile("gs://([^/?]+)/agents/" + Pattern.quote(from.what()) + "/?").matcher(to);
    if (bucket.matches() && environment.gke().isPresent()) {
      run.note(
          ("Next: when every agent of %s is moved, write `bucket: %s` under `knowledge:` of that"
                  + " environment (%s), and run:")
              .formatted(environment.name(), bucket.group(1), environment.from()),
          "berth up --env " + environment.name());
    } else {
      run.note(
          ("fleet.yaml cannot name that store: environment %s (%s) has one bucket for all agents."
                  + " Name it to each command:")
              .formatted(environment.name(), environment.from()),
          "berth knowledge log %s --store '%s'".formatted(from.what(), to));
    }
  }
}
