package dev.berth.cli;

import dev.berth.Generator;
import dev.berth.cli.print.Count;
import dev.berth.deploy.pulumi.PulumiRunner;
import dev.berth.deploy.pulumi.StackProgram;
import dev.berth.model.Environment;
import dev.berth.model.Fleet;
import dev.berth.plan.Plan;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What {@code berth down} does for a cloud.
 *
 * @param preview whether nothing may be deleted
 * @param keepPlatform whether only teams and agents go
 */
record StacksDown(Berth berth, Consent consent, boolean preview, boolean keepPlatform) {

  int down(Environment environment, Fleet fleet) {
    Generator generator = berth.workshop().generator();
    Plan plan = generator.plan(fleet, environment);
    List<StackProgram> stacks =
        new ArrayList<>(FleetStacks.of(plan, generator, berth.around().home()));
    if (keepPlatform) {
      stacks.remove(0);
    }
    Collections.reverse(stacks);
    PulumiRunner runner = berth.workshop().pulumi().get();
    StackRuns runs =
        new StackRuns(berth, runner, consent, "berth down --env " + environment.name());
    // A stack at a time would delete the fleet before the platform refuses.
    int looked = runs.look(stacks, runner::previewDestroy);
    if (preview || looked != Exit.DONE) {
      return looked;
    }
    String question =
        "Delete all of that from project %s (%s)?"
            .formatted(environment.gke().orElseThrow().project(), Count.of(stacks.size(), "stack"));
    if (!consent.to(question)) {
      berth.terminal().note("Nothing was changed.");
      return Exit.REFUSED;
    }
    return runs.work(stacks, runner::destroy);
  }
}
