package dev.berth.cli;

import dev.berth.Generator;
import dev.berth.cli.print.Count;
import dev.berth.deploy.helm.HelmTemplate;
import dev.berth.emit.Changes;
import dev.berth.emit.FolderEmitter;
import dev.berth.emit.FolderRefused;
import dev.berth.emit.OutputFile;
import dev.berth.plan.HelmRelease;
import dev.berth.plan.Plan;
import dev.berth.render.Rendered;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code berth render}. */
@Command(
    name = "render",
    description = {
      "Write everything that would exist as files, one a resource.",
      "Needs no network, no account and no Pulumi CLI."
    },
    footer = {
      "",
      "Examples:",
      "  berth render --out out",
      "  berth render --out out --env prod --no-helm"
    })
final class Render implements Callable<Integer> {

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "The folder to write; what Berth wrote there before is replaced.")
  private Path out = Path.of("");

  @Option(names = "--no-helm", description = "Leave out what Helm makes of each release.")
  private boolean noHelm;

  @Option(names = "--dry-run", description = "Say what would be written; write nothing.")
  private boolean dryRun;

  private final Berth berth;

  Render(Berth berth) {
    this.berth = berth;
  }

  @Override
  public Integer call() {
    return Declarations.of(berth).whenAllowed("files", "Nothing was written.", this::render);
  }

  private int render(Plan plan) {
    Generator generator = berth.workshop().generator();
    HelmTemplate helm = berth.workshop().helm();
    Stream<OutputFile> files = generator.render(plan).flatMap(each -> files(each, helm));
    Path folder = berth.around().folder().resolve(out).normalize();
    FolderEmitter emitter = new FolderEmitter(folder);
    try {
      say(dryRun ? emitter.changes(files) : emitter.emit(files));
    } catch (FolderRefused refused) {
      // In the words the folder was named with.
      String what = String.valueOf(refused.getMessage()).replace(folder.toString(), out.toString());
      throw Stop.usage(what + "\nmend: " + refused.mend());
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
    return Exit.DONE;
  }

  private Stream<OutputFile> files(Rendered each, HelmTemplate helm) {
    OutputFile file = new OutputFile(each.path(), each.text());
    if (noHelm || !(each.planned() instanceof HelmRelease release)) {
      return Stream.of(file);
    }
    String manifests = "teams/" + release.id() + "/manifests.yaml";
    return Stream.of(file, new OutputFile(manifests, helm.render(release.id(), each.text())));
  }

  private void say(Changes changes) {
    Terminal terminal = berth.terminal();
    changes.written().forEach(path -> terminal.note((dryRun ? "would write " : "wrote ") + path));
    changes
        .removed()
        .forEach(path -> terminal.note((dryRun ? "would remove " : "removed ") + path));
    terminal.note(
        "%s: %s written, %s removed, %s as they were%s"
            .formatted(
                Count.of(changes.written().size() + changes.same(), "file"),
                changes.written().size(),
                changes.removed().size(),
                changes.same(),
                dryRun ? ". Nothing was written." : "."));
  }
}
