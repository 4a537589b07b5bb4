package dev.berth.cli;

import dev.berth.cli.knowledge.MovedText;
import dev.berth.knowledge.snapshot.Repository;
import dev.berth.knowledge.snapshot.Snapshot;
import dev.berth.knowledge.work.Moved;
import dev.berth.knowledge.work.Refused;
import dev.berth.knowledge.work.WorkingCopy;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code berth knowledge pull}. */
@Command(
    name = "pull",
    description = {
      "Bring the newest snapshot to this machine, whole or not at all.",
      "What was not pushed is kept: in place, or beside in the store. With --into: any",
      "snapshot, into a new folder."
    },
    footer = {
      "",
      "Examples:",
      "  berth knowledge pull support/customer --home ~/customer",
      "  berth knowledge pull support/customer --at 2h --into /tmp/then"
    })
final class KnowledgePull implements Callable<Integer> {

  @Mixin private final AgentStore agent = new AgentStore();

  @Mixin private final HomeFolder home = new HomeFolder();

  @Option(
      names = "--into",
      paramLabel = "DIR",
      description = "Put it into this folder instead, which is empty or not there yet.")
  private Optional<Path> into = Optional.empty();

  @Option(
      names = "--at",
      paramLabel = "WHEN",
      description =
          "With --into: the snapshot of this number or moment, such as 41, 2h or"
              + " 2026-11-21T10:15Z.")
  private Optional<String> at = Optional.empty();

  @Option(names = "--dry-run", description = "Say what would change; change nothing.")
  private boolean dryRun;

  private final Berth berth;

  KnowledgePull(Berth berth) {
    this.berth = berth;
  }

  @Override
  public Integer call() {
    if (at.isPresent() && into.isEmpty()) {
      throw Stop.usage(
          "--at needs a folder of its own\nmend: add `--into DIR`, or make that snapshot the newest"
              + " with `berth knowledge restore`");
    }
    if (into.isPresent() && home.isNamed()) {
      throw Stop.usage("--home and --into are two places\nmend: write one of them");
    }
    return KnowledgeRun.of(berth, into.isPresent() ? this::materialize : this::pull);
  }

  private int pull(KnowledgeRun run) throws IOException, Refused {
    KnowledgePlace place = agent.in(run);
    WorkingCopy copy = home.named(berth.around(), place);
    run.places().mustNotRun(place);
    Moved moved;
    try (TransferView view = run.view("Pulling " + place.what())) {
      moved = run.knowledge(place, view).pull(copy, false, dryRun);
    }
    run.moved(MovedText.Words.PULL, place, moved);
    return Exit.DONE;
  }

  private int materialize(KnowledgeRun run) throws IOException, Refused {
    KnowledgePlace place = agent.in(run);
    Repository repository = run.repository(place);
    Snapshot wanted =
        at.isPresent()
            ? run.snapshot(place, repository, "--at", at.get())
            : run.newest(place, repository);
    Moved moved;
    if (dryRun) {
      moved = wouldBePut(wanted);
    } else {
      Path folder = berth.around().folder().resolve(into.orElseThrow()).normalize();
      try (TransferView view = run.view("Pulling " + place.what())) {
        moved = run.knowledge(repository, view).materialize(wanted, folder);
      }
    }
    run.moved(MovedText.Words.PULL, place, moved);
    return Exit.DONE;
  }

  private static Moved wouldBePut(Snapshot wanted) {
    return new Moved(
        Moved.Result.WOULD_BE_DONE,
        Optional.of(wanted),
        Optional.empty(),
        wanted.files(),
        0,
        0,
        wanted.files(),
        wanted.bytes(),
        List.of(),
        0);
  }
}
