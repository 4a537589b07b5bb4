package dev.berth.cli;

import dev.berth.emit.OutputFile;
import dev.berth.model.Fleet;
import dev.berth.plan.HelmRelease;
import dev.berth.render.Rendered;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
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
    Declarations declared = Declarations.of(berth);
    return declared.whenRight(fleet -> render(declared, fleet));
  }

  private int render(Declarations declared, Fleet fleet) {
    List<OutputFile> files = new ArrayList<>();
    for (Rendered each :
        berth.pipeline().render(berth.pipeline().plan(fleet, declared.planned(fleet, "files")))) {
      files.add(new OutputFile(each.path(), each.text()));
      if (!noHelm && each.planned() instanceof HelmRelease release) {
        files.add(
            new OutputFile(
                "teams/" + release.id() + "/manifests.yaml", berth.pipeline().manifests(each)));
      }
    }
    Path folder = berth.around().folder().resolve(out).normalize();
    berth.terminal().note(berth.pipeline().emit(folder, files, dryRun));
    return Exit.DONE;
  }
}
