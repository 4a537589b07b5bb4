package dev.berth.cli;

import dev.berth.cli.print.Preview;
import dev.berth.cli.print.PreviewText;
import dev.berth.model.Fleet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code berth preview}. */
@Command(
    name = "preview",
    description = {
      "Print what would exist, by team and agent: permissions, hosts, secrets, counts.",
      "Needs no network, no account and no Pulumi CLI; changes nothing."
    },
    footer = {
      "",
      "Examples:",
      "  berth preview",
      "  berth preview --env prod",
      "  berth preview --format json | jq '.teams[].agents[].asks[].host'"
    })
final class PreviewCommand implements Callable<Integer> {

  private final Berth berth;

  PreviewCommand(Berth berth) {
    this.berth = berth;
  }

  @Override
  public Integer call() {
    berth.mustNotBeSarif();
    Declarations declared = Declarations.of(berth);
    return declared.whenRight(fleet -> preview(declared, fleet));
  }

  private int preview(Declarations declared, Fleet fleet) {
    Preview preview =
        Preview.of(berth.workshop().generator().plan(fleet, declared.planned(fleet, "previews")));
    declared.facts(PreviewText.lines(preview), preview);
    if (berth.format() == Format.TEXT) {
      String name = preview.environment().name();
      berth
          .terminal()
          .note(
              preview.stacks().isEmpty()
                  ? "Nothing was changed. Next: berth render --env %s --out out.".formatted(name)
                  : ("Nothing was changed. Next: berth up --env %s, or pulumi up in"
                          + " stacks/platform, then in stacks/fleet.")
                      .formatted(name));
    }
    return Exit.DONE;
  }
}
