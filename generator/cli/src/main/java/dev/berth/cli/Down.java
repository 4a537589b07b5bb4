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
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code berth down}. */
@Command(
    name = "down",
    description = {
      "Take the fleet down with Pulumi: each shard of the fleet, then the platform.",
      "Looks at every stack first: if anything in one is protected, nothing is deleted."
    },
    footer = {"", "Examples:", "  berth down --preview", "  berth down --env dev --keep-platform"})
final class Down implements Callable<Integer> {

  @Option(names = "--yes", description = "Do not ask.")
  private boolean yes;

  @Option(
      names = {"--preview", "--dry-run"},
      description = "Say what would be deleted; delete nothing.")
  private boolean preview;

  @Option(
      names = "--keep-platform",
      description = "Only teams and agents go; cluster and bucket stay.")
  private boolean keepPlatform;

  private final Berth berth;

  Down(Berth berth) {
    this.berth = berth;
  }

  @Override
  public Integer call() {
    Declarations declared = Declarations.of(berth);
    return declared.whenRight(fleet -> down(declared.made(fleet), fleet));
  }

  private int down(Environment environment, Fleet fleet) {
    Generator generator = berth.workshop().generator();
    Plan plan = generator.plan(fleet, environment);
    List<StackProgram> stacks =
        new ArrayList<>(FleetStacks.of(plan, generator, berth.around().home()));
    if (keepPlatform) {
      stacks.remove(0);
    }
    Collections.reverse(stacks);
    Consent consent = new Consent(berth.around(), yes);
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
