package dev.berth.cli;

import dev.berth.cli.print.BudgetFacts;
import dev.berth.local.place.AgentFolder;
import dev.berth.local.place.Places;
import dev.berth.model.Agent;
import dev.berth.model.Environment;
import dev.berth.model.Fleet;
import dev.berth.model.Target;
import dev.berth.openclaw.WorkspaceBudget;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code berth openclaw budget}. */
@Command(
    name = "budget",
    description = {
      "Print how much of an agent's workspace its model is shown, and what OpenClaw would cut.",
      "Ends with 1 when the model would not see all of it."
    },
    footer = {
      "",
      "Examples:",
      "  berth openclaw budget research/research",
      "  berth openclaw budget research/research --home ./home --format json"
    })
final class OpenClawBudget implements Callable<Integer> {

  @Parameters(index = "0", paramLabel = "TEAM/AGENT", description = "Such as research/reader.")
  private String named = "";

  @Option(
      names = "--home",
      paramLabel = "DIR",
      description = {
        "The folder that holds the agent's workspace/;",
        "by default where a local environment keeps it."
      })
  private Optional<Path> home = Optional.empty();

  private final Berth berth;

  OpenClawBudget(Berth berth) {
    this.berth = berth;
  }

  @Override
  public Integer call() {
    berth.mustNotBeSarif();
    Declarations declared = Declarations.of(berth);
    return declared.whenRight(fleet -> budget(declared, fleet));
  }

  private int budget(Declarations declared, Fleet fleet) {
    Agent agent = declared.agent(fleet, named);
    Environment environment = environment(declared, fleet);
    Path workspace = workspace(declared, environment, agent);
    if (!Files.isDirectory(workspace)) {
      // In the words it was named with.
      Path shown = home.map(folder -> folder.resolve("workspace")).orElse(workspace);
      throw Stop.usage(
          "there is no folder %s\nmend: start the agent with `berth up`, or name its home with"
                  .formatted(shown)
              + " `--home DIR`");
    }
    BudgetFacts facts = facts(agent, workspace, limits(fleet, environment, agent));
    declared.facts(facts.lines(), facts);
    return facts.over() ? Exit.WRONG : Exit.DONE;
  }

  private static BudgetFacts facts(Agent agent, Path workspace, WorkspaceBudget budget) {
    try {
      return BudgetFacts.of(agent.id().toString(), workspace, budget);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** What the agent's own configuration says there; OpenClaw's own where it does not run. */
  private WorkspaceBudget limits(Fleet fleet, Environment environment, Agent agent) {
    return berth.workshop().generator().plan(fleet, environment).agents().stream()
        .filter(planned -> planned.id().equals(agent.id()))
        .flatMap(planned -> berth.workshop().generator().configuration(planned).stream())
        .findFirst()
        .map(made -> WorkspaceBudget.of(made.text(), agent.id().agent().text()))
        .orElse(WorkspaceBudget.DEFAULT);
  }

  private Environment environment(Declarations declared, Fleet fleet) {
    if (berth.environment().isPresent()) {
      return declared.environment(fleet);
    }
    return fleet.environments().stream()
        .filter(each -> each.target() == Target.LOCAL)
        .findFirst()
        .orElseGet(() -> declared.environment(fleet));
  }

  private Path workspace(Declarations declared, Environment environment, Agent agent) {
    if (home.isPresent()) {
      return berth.around().folder().resolve(home.get()).resolve("workspace").normalize();
    }
    if (environment.target() != Target.LOCAL) {
      throw Stop.usage(
          "environment %s keeps no workspaces on this machine".formatted(environment.name())
              + "\nmend: name an agent's home with `--home DIR`");
    }
    try {
      Places places =
          Places.of(berth.around().variables(), Path.of(System.getProperty("user.home")));
      AgentFolder folder =
          places
              .environment(environment.name().text(), declared.root().toRealPath())
              .agent(agent.id().toString());
      return folder.workspace();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
