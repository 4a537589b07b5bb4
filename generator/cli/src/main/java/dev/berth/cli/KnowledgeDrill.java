package dev.berth.cli;

import dev.berth.cli.knowledge.Age;
import dev.berth.cli.knowledge.DiffFacts;
import dev.berth.cli.knowledge.DrillFacts;
import dev.berth.cli.knowledge.PointInTime;
import dev.berth.cli.knowledge.RestoredFiles;
import dev.berth.knowledge.snapshot.Repository;
import dev.berth.knowledge.snapshot.Snapshot;
import dev.berth.knowledge.store.StoreProblem;
import dev.berth.knowledge.work.Refused;
import dev.berth.knowledge.work.WorkingCopy;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code berth knowledge drill}. */
@Command(
    name = "drill",
    description = {
      "Restore a snapshot into a scratch folder, read every file back, and compare.",
      "Changes nothing in the store: made for a schedule. The exit code is 3 when a",
      "snapshot is damaged or absent, and 4 when the newest is older than --older-than."
    },
    footer = {
      "",
      "Examples:",
      "  berth knowledge drill support/customer --older-than 1d",
      "  berth knowledge drill support/customer --at 7d --keep"
    })
final class KnowledgeDrill implements Callable<Integer> {

  @Mixin private final AgentStore agent = new AgentStore();

  @Option(
      names = "--at",
      paramLabel = "WHEN",
      description =
          "The snapshot of this number or moment, such as 41, 2h or 2026-11-21T10:15Z; by default"
              + " the newest.")
  private Optional<String> at = Optional.empty();

  @Option(
      names = "--older-than",
      paramLabel = "AGE",
      description = "The most the newest snapshot may be old, such as 2h.")
  private Optional<String> olderThan = Optional.empty();

  @Option(
      names = "--home",
      paramLabel = "DIR",
      description = "Say, too, what differs in this folder of workspace/ and openclaw.json.")
  private Optional<Path> home = Optional.empty();

  @Option(
      names = "--scratch",
      paramLabel = "DIR",
      description = "Where to make the scratch folder; by default where the machine keeps its own.")
  private Optional<Path> scratch = Optional.empty();

  @Option(names = "--keep", description = "Keep the scratch folder, and say where it is.")
  private boolean keep;

  private final Berth berth;

  KnowledgeDrill(Berth berth) {
    this.berth = berth;
  }

  @Override
  public Integer call() {
    Optional<Duration> most = olderThan.map(KnowledgeDrill::age);
    return KnowledgeRun.of(berth, run -> drill(run, most));
  }

  private static Duration age(String text) {
    return Age.parse(text)
        .orElseThrow(
            () -> Stop.usage("--older-than is `%s`\nmend: write %s".formatted(text, Age.RULE)));
  }

  private int drill(KnowledgeRun run, Optional<Duration> most) throws IOException, Refused {
    KnowledgePlace place = agent.in(run);
    Optional<PointInTime> point = at.map(text -> run.point("--at", text));
    Optional<WorkingCopy> compared =
        home.map(folder -> new HomeFolder(folder).existing(berth.around()));
    Repository repository = run.repository(place);
    Optional<Snapshot> newest = repository.newest();
    Optional<Snapshot> wanted = point.isPresent() ? point.get().in(repository) : newest;
    if (newest.isEmpty() || wanted.isEmpty()) {
      String why = point.map(PointInTime::absent).orElse("there is no snapshot yet");
      DrillFacts none = DrillFacts.absent(place.what(), place.url(), why);
      run.facts(none.lines(), none);
      return Exit.CLOUD;
    }
    DrillFacts facts = restored(run, place, newest.get(), wanted.get(), most);
    if (compared.isPresent()) {
      DiffFacts.Tally tally = new DiffFacts.Tally(0);
      HomeChanges.count(repository.entries(wanted.get().tree()), compared.get(), tally);
      facts = facts.with(tally.facts(place.what(), "", ""));
    }
    run.facts(facts.lines(), facts);
    return switch (facts.verdict()) {
      case DrillFacts.SOUND -> Exit.DONE;
      case DrillFacts.TOO_OLD -> Exit.REFUSED;
      default -> Exit.CLOUD;
    };
  }

  private DrillFacts restored(
      KnowledgeRun run,
      KnowledgePlace place,
      Snapshot newest,
      Snapshot wanted,
      Optional<Duration> most)
      throws IOException, Refused {
    Clock clock = run.parts().clock();
    Instant started = clock.instant();
    Duration newestAge = Duration.between(newest.at(), started);
    boolean tooOld = most.map(age -> newestAge.compareTo(age) > 0).orElse(false);
    Repository repository = run.repository(place);
    try (ScratchFolder folder =
        ScratchFolder.in(scratch.map(berth.around().folder()::resolve), keep)) {
      RestoredFiles.Check check;
      try (TransferView view = run.view("Restoring " + place.what())) {
        run.knowledge(repository, view).materialize(wanted, folder.path());
        check = RestoredFiles.of(wanted, repository.entries(wanted.tree()), folder.path());
      } catch (StoreProblem problem) {
        check = unrestored(problem);
      }
      Duration took = Duration.between(started, clock.instant());
      DrillFacts facts =
          DrillFacts.of(place.what(), place.url(), wanted, newestAge, tooOld, took, check);
      return keep ? facts.keeping(folder.path().toString()) : facts;
    }
  }

  /** Only what the store holds is judged: who may not ask, or gets no answer, knows nothing. */
  private static RestoredFiles.Check unrestored(StoreProblem problem) throws StoreProblem {
    if (problem.kind() != StoreProblem.Kind.DAMAGED && problem.kind() != StoreProblem.Kind.ABSENT) {
      throw problem;
    }
    return new RestoredFiles.Check(0, 0, List.of(problem.message()), 1);
  }
}
