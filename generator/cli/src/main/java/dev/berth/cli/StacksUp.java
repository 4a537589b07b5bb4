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

/** What {@code berth up} does for a cloud. */
record StacksUp(Berth berth, Declarations declared, Consent consent) {

  /**
   * What Helm will make of each release is judged too, as Pulumi does not let us see it.
   *
   * @param preview whether nothing may change
   */
  int up(Plan plan, boolean preview) {
    Generator generator = berth.workshop().generator();
    Findings findings =
        declared.stands(
            Batch.of(plan, generator, Optional.of(berth.workshop().helm()))
                .flatMap(batch -> batch.findings().stream())
                .toList());
    return findings.refuse() ? declared.refuse(findings, Up.REFUSED) : up(plan, generator, preview);
  }

  private int up(Plan plan, Generator generator, boolean preview) {
    Environment environment = plan.environment();
    List<StackProgram> stacks = FleetStacks.of(plan, generator, berth.around().home());
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
      berth.terminal().note(Up.REFUSED);
      return Exit.REFUSED;
    }
    return runs.work(stacks, runner::up);
  }
}
