package dev.berth.cli;

import dev.berth.cli.knowledge.DiffFacts;
import dev.berth.cli.knowledge.MovedText;
import dev.berth.cli.knowledge.SnapshotFacts;
import dev.berth.knowledge.snapshot.Repository;
import dev.berth.knowledge.snapshot.Snapshot;
import dev.berth.knowledge.work.Moved;
import dev.berth.knowledge.work.Refused;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code berth knowledge restore}. */
@Command(
    name = "restore",
    description = {
      "Make an older snapshot the newest again. Nothing is lost: restore goes back, too.",
      "Says what would change and asks first."
    },
    footer = {
      "",
      "Examples:",
      "  berth knowledge restore support/customer --to 2h --dry-run",
      "  berth knowledge restore support/customer --to 41",
      "  berth knowledge restore support/customer --to beside-1a2b3c4d"
    })
final class KnowledgeRestore implements Callable<Integer> {

  private static final int MOST_SHOWN = 20;

  @Mixin private final AgentStore agent = new AgentStore();

  @Option(
      names = "--to",
      paramLabel = "WHEN",
      required = true,
      description =
          "The snapshot of this number, name or moment, such as 41, beside-1a2b3c4d, 2h or"
              + " 2026-11-21T10:15Z.")
  private String to = "";

  @Option(names = "--yes", description = "Do not ask.")
  private boolean yes;

  @Option(
      names = {"--dry-run", "--preview"},
      description = "Say what would change; change nothing.")
  private boolean dryRun;

  private final Berth berth;

  KnowledgeRestore(Berth berth) {
    this.berth = berth;
  }

  @Override
  public Integer call() {
    return KnowledgeRun.of(berth, this::restore);
  }

  private int restore(KnowledgeRun run) throws IOException, Refused {
    run.point("--to", to);
    KnowledgePlace place = agent.in(run);
    run.places().mustNotRun(place);
    Repository repository = run.repository(place);
    Snapshot now = run.newest(place, repository);
    Snapshot then = run.snapshot(place, repository, "--to", to);
    DiffFacts changes = changes(place, repository, now, then);
    if (berth.format() == Format.TEXT) {
      berth.terminal().result(changes.lines(KnowledgeDiff.paint(berth)));
    }
    if (!dryRun
        && !changes.isEmpty()
        && !new Consent(berth.around(), yes)
            .to("Make %s of %s the newest?".formatted(SnapshotFacts.name(then), place.what()))) {
      run.note("Nothing was changed.");
      return Exit.REFUSED;
    }
    Moved moved;
    try (TransferView view = run.view("Restoring " + place.what())) {
      moved = run.knowledge(repository, view).restore(then, dryRun);
    }
    run.moved(MovedText.Words.RESTORE, place, counted(moved, changes));
    if (moved.result() == Moved.Result.DONE) {
      after(run, place, now);
    }
    return Exit.DONE;
  }

  private static DiffFacts changes(
      KnowledgePlace place, Repository repository, Snapshot now, Snapshot then) {
    DiffFacts.Tally tally = new DiffFacts.Tally(MOST_SHOWN);
    repository.differences(now.tree(), then.tree()).forEachRemaining(tally::add);
    return tally.facts(place.what(), SnapshotFacts.id(now), SnapshotFacts.id(then));
  }

  /** A restore copies nothing, and so counts nothing itself. */
  private static Moved counted(Moved moved, DiffFacts changes) {
    return new Moved(
        moved.result(),
        moved.snapshot(),
        moved.beside(),
        changes.added(),
        changes.changed(),
        changes.removed(),
        moved.movedFiles(),
        moved.movedBytes(),
        moved.leftOut(),
        moved.leftOutCount());
  }

  private static void after(KnowledgeRun run, KnowledgePlace place, Snapshot before) {
    run.note(
        "To undo it:",
        "berth knowledge restore %s --to %d".formatted(place.what(), before.number()));
    if (place.podsUseIt()) {
      run.note(
          "A pod of it that runs is fenced off from now on. Have it take what was restored:",
          place.restart());
    }
    if (place.home().isPresent()) {
      run.note(
          "It takes what was restored when it starts:",
          "berth up --env %s %s".formatted(run.places().environment().name(), place.what()));
    }
  }
}
