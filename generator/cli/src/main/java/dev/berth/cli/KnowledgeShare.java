package dev.berth.cli;

import dev.berth.cli.knowledge.MovedText;
import dev.berth.knowledge.work.Moved;
import dev.berth.knowledge.work.Progress;
import dev.berth.knowledge.work.Refused;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.PatternSyntaxException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code berth knowledge share}. */
@Command(
    name = "share",
    description = {
      "Publish files of an agent's newest snapshot into a shared folder it may write to.",
      "Adds and replaces; removes nothing."
    },
    footer = {"", "Examples:", "  berth knowledge share support/triage faq 'notes/faq/**'"})
final class KnowledgeShare implements Callable<Integer> {

  @Mixin private final AgentStore agent = new AgentStore();

  @Parameters(index = "1", paramLabel = "FOLDER", description = "The shared folder.")
  private String folder = "";

  @Parameters(
      index = "2",
      paramLabel = "GLOB",
      description = "Which files below workspace/, such as 'notes/**'; in quotes.")
  private String glob = "";

  @Option(
      names = "--folder-store",
      paramLabel = "URL",
      description = "Where the folder is kept; by default in the environment's bucket.")
  private Optional<String> folderStore = Optional.empty();

  @Option(names = "--dry-run", description = "Say what would be published; change nothing.")
  private boolean dryRun;

  private final Berth berth;

  KnowledgeShare(Berth berth) {
    this.berth = berth;
  }

  @Override
  public Integer call() {
    return KnowledgeRun.of(berth, this::share);
  }

  private int share(KnowledgeRun run) throws IOException, Refused {
    mustBeGlob();
    KnowledgePlace from = agent.in(run);
    KnowledgePlace to = run.places().ofFolder(agent.agent(), folder, folderStore);
    Moved moved;
    try (TransferView view = run.view("Sharing from %s into %s".formatted(from.what(), folder))) {
      moved = run.knowledge(from, view).shareWith(run.knowledge(to, Progress.NONE), glob, dryRun);
    }
    run.moved(
        MovedText.Words.SHARE,
        "from %s into %s".formatted(from.what(), folder),
        from.what(),
        to.url(),
        moved);
    return Exit.DONE;
  }

  private void mustBeGlob() {
    try {
      FileSystems.getDefault().getPathMatcher("glob:" + glob);
    } catch (PatternSyntaxException wrong) {
      throw Stop.usage(
          "`%s` is no pattern of file names\nmend: write one such as `notes/*` or `faq/**`"
              .formatted(glob));
    }
  }
}
