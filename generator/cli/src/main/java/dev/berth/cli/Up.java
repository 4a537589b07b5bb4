package dev.berth.cli;

import dev.berth.model.Target;
import dev.berth.plan.Plan;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code berth up}: stacks of a cloud, or processes of this machine. */
@Command(
    name = "up",
    description = {
      "Bring the fleet up with Pulumi: the platform first, then each shard of the fleet.",
      "On a laptop: start agents as processes of this machine. What is there already",
      "stays. After an interruption, run it again."
    },
    footer = {
      "",
      "Examples:",
      "  berth up --preview",
      "  berth up --env dev --yes",
      "  berth up --env laptop",
      "  berth up --env laptop research/reader"
    })
final class Up implements Callable<Integer> {

  static final String REFUSED = "Nothing was changed.";

  @Parameters(
      arity = "0..*",
      paramLabel = "TEAM/AGENT",
      description = "On a laptop: which; by default those the environment names, or all there are.")
  private List<String> agents = List.of();

  @Option(names = "--yes", description = "Do not ask. On a laptop nothing is asked.")
  private boolean yes;

  @Option(
      names = {"--preview", "--dry-run"},
      description = "Say what would change, or what would start; change nothing.")
  private boolean preview;

  @Option(
      names = "--env-file",
      paramLabel = "FILE",
      description =
          "On a laptop: secrets that are no variables of yours, by lines NAME=value; by default"
              + " .env beside fleet.yaml.")
  private Optional<Path> envFile = Optional.empty();

  private final Berth berth;

  Up(Berth berth) {
    this.berth = berth;
  }

  @Override
  public Integer call() {
    Declarations declared = Declarations.of(berth);
    return declared.whenAllowed(
        fleet -> declared.made(fleet, agents), REFUSED, plan -> up(declared, plan));
  }

  private int up(Declarations declared, Plan plan) {
    if (plan.environment().target() == Target.LOCAL) {
      berth.mustNotBeSarif();
      return new LaptopUp(berth, declared, agents, envFile).up(plan, preview);
    }
    if (!agents.isEmpty() || envFile.isPresent()) {
      throw Stop.usage(
          "environment %s has the target %s, where all agents come up together\nmend: leave `%s`"
                  .formatted(
                      plan.environment().name(),
                      plan.environment().target(),
                      agents.isEmpty() ? "--env-file" : agents.get(0))
              + " away, or name an environment of this machine with `--env`");
    }
    return new StacksUp(berth, declared, new Consent(berth.around(), yes)).up(plan, preview);
  }
}
