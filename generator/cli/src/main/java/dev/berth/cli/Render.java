package dev.berth.cli;

import dev.berth.Generator;
import dev.berth.cli.print.Count;
import dev.berth.deploy.helm.HelmTemplate;
import dev.berth.diagnose.Finding;
import dev.berth.emit.Changes;
import dev.berth.emit.FolderEmitter;
import dev.berth.emit.FolderRefused;
import dev.berth.emit.OutputFile;
import dev.berth.plan.Plan;
import dev.berth.render.TerraformRenderer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
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
      "  berth render --out out --env prod --no-helm",
      "  berth render --out out --terraform"
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

  @Option(
      names = "--terraform",
      description = "Also write the Google Cloud resources as Terraform, to be scanned.")
  private boolean terraform;

  @Option(names = "--dry-run", description = "Say what would be written; write nothing.")
  private boolean dryRun;

  private static final String REFUSED = "Nothing was written.";

  private final Berth berth;

  Render(Berth berth) {
    this.berth = berth;
  }

  @Override
  public Integer call() {
    Declarations declared = Declarations.of(berth);
    return declared.whenAllowed(
        fleet -> declared.shown(fleet, "files"), REFUSED, plan -> render(declared, plan));
  }

  private int render(Declarations declared, Plan plan) {
    Generator generator = berth.workshop().generator();
    Optional<HelmTemplate> helm = noHelm ? Optional.empty() : Optional.of(berth.workshop().helm());
    Queue<Finding> found = new ConcurrentLinkedQueue<>();
    Stream<OutputFile> files =
        Stream.concat(
            Batch.of(plan, generator, helm)
                .peek(batch -> found.addAll(batch.findings()))
                .flatMap(Batch::files),
            mirror(generator, plan));
    Path folder = berth.around().folder().resolve(out).normalize();
    FolderEmitter emitter = new FolderEmitter(folder);
    try {
      Optional<Changes> changes =
          dryRun
              ? Optional.of(emitter.changes(files)).filter(all -> !declared.stands(found).refuse())
              : emitter.emit(files, () -> !declared.stands(found).refuse());
      if (changes.isEmpty()) {
        return declared.refuse(declared.stands(found), REFUSED);
      }
      say(changes.get());
    } catch (FolderRefused refused) {
      // In the words the folder was named with.
      String what = String.valueOf(refused.getMessage()).replace(folder.toString(), out.toString());
      throw Stop.usage(what + "\nmend: " + refused.mend());
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
    return Exit.DONE;
  }

  private Stream<OutputFile> mirror(Generator generator, Plan plan) {
    return terraform
        ? Stream.of(new OutputFile(TerraformRenderer.path(plan), generator.terraform(plan)))
        : Stream.empty();
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
