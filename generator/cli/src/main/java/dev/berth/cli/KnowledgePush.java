package dev.berth.cli;

import dev.berth.cli.knowledge.MovedText;
import dev.berth.knowledge.work.Moved;
import dev.berth.knowledge.work.Refused;
import dev.berth.knowledge.work.WorkingCopy;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code berth knowledge push}. */
@Command(
    name = "push",
    description = {
      "Make what has changed in a folder of this machine the next snapshot.",
      "Credentials, sessions, databases, links and what looks like a secret stay here.",
      "When another writer was first, your copy is kept beside and the exit code is 4."
    },
    footer = {
      "",
      "Examples:",
      "  berth knowledge push support/customer --home ~/customer --dry-run",
      "  berth knowledge push support/customer --home ~/customer"
    })
final class KnowledgePush implements Callable<Integer> {

  @Mixin private final AgentStore agent = new AgentStore();

  @Mixin private final HomeFolder home = new HomeFolder();

  @Option(
      names = "--even-if-tiny",
      description = "Push although the workspace is empty or has suddenly lost most of its files.")
  private boolean evenIfTiny;

  @Option(names = "--dry-run", description = "Say what would be pushed; push nothing.")
  private boolean dryRun;

  private final Berth berth;

  KnowledgePush(Berth berth) {
    this.berth = berth;
  }

  @Override
  public Integer call() {
    return KnowledgeRun.of(berth, this::push);
  }

  private int push(KnowledgeRun run) throws IOException, Refused {
    KnowledgePlace place = agent.in(run);
    WorkingCopy copy = home.existing(berth.around(), place);
    run.places().mustNotRun(place);
    Moved moved;
    try (TransferView view = run.view("Pushing " + place.what())) {
      moved = run.knowledge(place, view).push(copy, evenIfTiny, dryRun);
    }
    run.moved(MovedText.Words.PUSH, place, moved);
    if (moved.result() == Moved.Result.KEPT_BESIDE) {
      run.note(
          "Take the other's: `berth knowledge pull %s`. Both are in `berth knowledge log %s`."
              .formatted(place.what(), place.what()));
      return Exit.REFUSED;
    }
    if (moved.result() == Moved.Result.DONE && place.podsUseIt()) {
      run.note(
          "A pod of it that runs keeps its own copy beside from now on. Have it take this one:",
          place.restart());
    }
    return Exit.DONE;
  }
}
