package dev.berth.cli;

import dev.berth.Generator;
import dev.berth.cli.print.Count;
import dev.berth.deploy.helm.HelmTemplate;
import dev.berth.diagnose.Finding;
import dev.berth.diagnose.Findings;
import dev.berth.diagnose.Severity;
import dev.berth.model.Environment;
import dev.berth.model.Fleet;
import dev.berth.plan.Plan;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code berth check}. */
@Command(
    name = "check",
    description = {
      "Report everything that is wrong with what is declared, then what the rules find.",
      "Rules judge every environment, or the one --env names; an error of theirs exits with 4."
    },
    footer = {
      "",
      "Examples:",
      "  berth check",
      "  berth check --rules",
      "  berth check --rendered",
      "  berth check --format sarif > berth.sarif"
    })
final class Check implements Callable<Integer> {

  @Option(names = "--rules", description = "List the rules and why they matter; check nothing.")
  private boolean rules;

  @Option(
      names = "--rendered",
      description = "Judge what templates and Helm make of it, too; write nothing.")
  private boolean rendered;

  private final Berth berth;

  Check(Berth berth) {
    this.berth = berth;
  }

  @Override
  public Integer call() {
    if (rules) {
      return RuleList.print(berth);
    }
    Declarations declared = Declarations.of(berth);
    return declared.whenRight(fleet -> judge(declared, fleet));
  }

  private int judge(Declarations declared, Fleet fleet) {
    Generator generator = berth.workshop().generator();
    List<Plan> plans =
        environments(declared, fleet, generator).stream()
            .map(environment -> generator.plan(fleet, environment))
            .toList();
    Findings findings =
        rendered
            ? generator.judge(fleet, plans, ofRendered(plans, generator), berth.today())
            : generator.judge(fleet, plans, berth.today());
    if (berth.format() == Format.TEXT) {
      say(findings, declared, fleet, plans.isEmpty());
    } else {
      berth.terminal().result(berth.workshop().report(berth.format(), findings));
    }
    return findings.refuse() ? Exit.REFUSED : Exit.DONE;
  }

  /** One team at a time: a large fleet is more text than belongs in memory at once. */
  private List<Finding> ofRendered(List<Plan> plans, Generator generator) {
    Optional<HelmTemplate> helm = Optional.of(berth.workshop().helm());
    return plans.stream()
        .flatMap(plan -> Batch.of(plan, generator, helm).flatMap(Check::findings).toList().stream())
        .toList();
  }

  private static Stream<Finding> findings(Batch batch) {
    return batch.findings().stream();
  }

  private List<Environment> environments(Declarations declared, Fleet fleet, Generator generator) {
    List<Environment> plannable = generator.plannable(fleet);
    return berth.environment().isEmpty()
        ? plannable
        : plannable.stream().filter(declared.environment(fleet)::equals).toList();
  }

  private void say(Findings all, Declarations declared, Fleet fleet, boolean unjudged) {
    Findings findings = berth.quiet() ? all.atLeast(Severity.WARNING) : all;
    declared.tell(
        findings, findings.refuse() ? "Mend or waive the errors." : "Nothing is refused.");
    if (findings.standing().isEmpty()) {
      berth
          .terminal()
          .note(
              "%s in %s and %s: nothing is wrong%s."
                  .formatted(
                      Count.of(fleet.agents().size(), "agent"),
                      Count.of(fleet.teams().size(), "team"),
                      Count.of(fleet.environments().size(), "environment"),
                      unjudged ? "; rules judge what is planned, and nothing is" : ""));
    }
  }
}
