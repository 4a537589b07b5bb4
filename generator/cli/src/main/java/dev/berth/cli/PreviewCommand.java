package dev.berth.cli;

import dev.berth.Generator;
import dev.berth.cli.print.Count;
import dev.berth.cli.print.Preview;
import dev.berth.cli.print.PreviewText;
import dev.berth.diagnose.Findings;
import dev.berth.diagnose.Severity;
import dev.berth.model.Fleet;
import dev.berth.model.Target;
import dev.berth.plan.Plan;
import java.util.ArrayList;
import java.util.List;
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
    Generator generator = berth.workshop().generator();
    Plan plan = generator.plan(fleet, declared.shown(fleet, "previews"));
    Findings findings = generator.judge(fleet, List.of(plan), berth.today());
    Preview preview = Preview.of(plan);
    declared.facts(PreviewText.lines(preview), preview);
    if (!findings.standing().isEmpty()) {
      say(findings, declared);
    }
    if (findings.refuse()) {
      return Exit.REFUSED;
    }
    if (berth.format() == Format.TEXT) {
      String name = preview.environment().name();
      berth
          .terminal()
          .note(
              plan.environment().target() == Target.LOCAL
                  ? "Nothing was changed. Next: berth up --env %s".formatted(name)
                  : preview.stacks().isEmpty()
                      ? "Nothing was changed. Next: berth render --env %s --out out."
                          .formatted(name)
                      : ("Nothing was changed. Next: berth up --env %s, or pulumi up in"
                              + " stacks/platform, then in stacks/fleet.")
                          .formatted(name));
    }
    return Exit.DONE;
  }

  /** What refuses in full, of the rest that it is there: a preview is for reading it. */
  private void say(Findings findings, Declarations declared) {
    declared.tell(new Findings(findings.of(Severity.ERROR), List.of()), "berth up refuses.");
    List<String> rest = new ArrayList<>();
    for (Severity severity : List.of(Severity.WARNING, Severity.NOTE)) {
      int count = findings.of(severity).size();
      if (count > 0) {
        rest.add(Count.of(count, severity.toString()));
      }
    }
    if (!rest.isEmpty() && !berth.quiet()) {
      berth.terminal().complaint(String.join(" and ", rest) + " more: see berth check.");
    }
  }
}
