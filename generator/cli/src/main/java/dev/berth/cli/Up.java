package dev.berth.cli;

import dev.berth.Generator;
import dev.berth.cli.print.Count;
import dev.berth.deploy.pulumi.PulumiRunner;
import dev.berth.deploy.pulumi.StackProgram;
import dev.berth.diagnose.Findings;
import dev.berth.model.Environment;
import dev.berth.plan.Plan;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code berth up}. */
@Command(
    name = "up",
    description = {
      "Bring the fleet up with Pulumi: the platform first, then each shard of the fleet.",
      "What is there already stays. After an interruption, run it again."
    },
    footer = {"", "Examples:", "  berth up --preview", "  berth up --env dev --yes"})
final class Up implements Callable<Integer> {

  @Option(names = "--yes", description = "Do not ask.")
  private boolean yes;

  @Option(
      names = {"--preview", "--dry-run"},
      description = "Ask the cloud what would change; change nothing.")
  private boolean preview;

  private static final String REFUSED = "Nothing was changed.";

  private final Berth berth;

  Up(Berth berth) {
    this.berth = berth;
  }

  @Override
  public Integer call() {
    Declarations declared = Declarations.of(berth);
    return declared.whenAllowed(declared::made, REFUSED, plan -> judged(declared, plan));
  }

  /** What Helm will make of each release is judged too, as Pulumi does not let us see it. */
  private int judged(Declarations declared, Plan plan) {
    Generator generator = berth.workshop().generator();
    Findings findings =
        declared.stands(
            Batch.of(plan, generator, Optional.of(berth.workshop().helm()))
                .flatMap(batch -> batch.findings().stream())
                .toList());
    return findings.refuse() ? declared.refuse(findings, REFUSED) : up(plan, generator);
  }

  private int up(Plan plan, Generator generator) {
    Environment environment = plan.environment();
    List<StackProgram> stacks = FleetStacks.of(plan, generator, berth.around().home());
    Consent consent = new Consent(berth.around(), yes);
    PulumiRunner runner = berth.workshop().pulumi().get();
    StackRuns runs = new StackRuns(berth, runner, consent, "berth up --env " + environment.name());
    if (preview) {
      return runs.look(stacks, runner::preview);
    }
    String question =
        "Bring up %s in %s, in project %s?"
            .formatted(
                Count.of(plan.agents().size(), "agent"),
                Count.of(stacks.size(), "stack"),
                environment.gke().orElseThrow().project());
    if (!consent.to(question)) {
      berth.terminal().note(REFUSED);
      return Exit.REFUSED;
    }
    return runs.work(stacks, runner::up);
  }
}
