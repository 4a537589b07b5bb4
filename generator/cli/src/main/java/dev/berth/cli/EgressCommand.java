package dev.berth.cli;

import dev.berth.cli.print.Egress;
import dev.berth.cli.print.EgressText;
import dev.berth.model.AgentId;
import dev.berth.model.Fleet;
import dev.berth.model.HostCatalogue;
import dev.berth.plan.Plan;
import dev.berth.plan.PlannedAgent;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code berth egress}. */
@Command(
    name = "egress",
    description = {
      "Print every way out of an agent and into it: the line that asked, what holds it.",
      "Says too what rules about host names cannot close."
    },
    footer = {
      "",
      "Examples:",
      "  berth egress support/customer",
      "  berth egress support/customer --format json | jq '.hosts[].host'"
    })
final class EgressCommand implements Callable<Integer> {

  @Parameters(paramLabel = "TEAM/AGENT", description = "The agent.")
  private String agent = "";

  private final Berth berth;

  EgressCommand(Berth berth) {
    this.berth = berth;
  }

  @Override
  public Integer call() {
    berth.mustNotBeSarif();
    Declarations declared = Declarations.of(berth);
    return declared.whenRight(fleet -> egress(declared, fleet));
  }

  private int egress(Declarations declared, Fleet fleet) {
    Plan plan = berth.workshop().generator().plan(fleet, declared.planned(fleet, "ways out"));
    AgentId named = declared.agent(fleet, agent).id();
    PlannedAgent planned =
        plan.agents().stream().filter(each -> each.id().equals(named)).findFirst().orElseThrow();
    Egress egress = Egress.of(planned, plan.environment(), HostCatalogue.builtIn());
    declared.facts(EgressText.lines(egress), egress);
    return Exit.DONE;
  }
}
