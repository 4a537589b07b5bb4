package dev.berth.cli;

import dev.berth.cli.print.Explanation;
import dev.berth.cli.print.ExplanationText;
import dev.berth.model.Agent;
import dev.berth.model.EveryAgent;
import dev.berth.model.Fleet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code berth explain}. */
@Command(
    name = "explain",
    description = "Print every value that holds for an agent, and the line it came from.",
    footer = {
      "",
      "Examples:",
      "  berth explain support/customer",
      "  berth explain support/customer --env prod --format json"
    })
final class Explain implements Callable<Integer> {

  @Parameters(paramLabel = "TEAM/AGENT", description = "The agent.")
  private String agent = "";

  private final Berth berth;

  Explain(Berth berth) {
    this.berth = berth;
  }

  @Override
  public Integer call() {
    berth.mustNotBeSarif();
    Declarations declared = Declarations.of(berth);
    return declared.whenRight(fleet -> explain(declared, fleet));
  }

  private int explain(Declarations declared, Fleet fleet) {
    Agent named = named(fleet);
    EveryAgent all =
        fleet.teams().stream()
            .filter(team -> team.name().equals(named.id().team()))
            .map(fleet::everyAgentOf)
            .findFirst()
            .orElseThrow();
    Explanation explanation = Explanation.of(named, all, declared.environment(fleet));
    declared.facts(ExplanationText.lines(explanation), explanation);
    return Exit.DONE;
  }

  private Agent named(Fleet fleet) {
    return fleet.agents().stream()
        .filter(each -> each.id().toString().equals(agent))
        .findFirst()
        .orElseThrow(
            () ->
                Stop.usage(
                    Suggestion.unknown(
                        "agent",
                        agent,
                        fleet.agents().stream().map(each -> each.id().toString()).toList())));
  }
}
