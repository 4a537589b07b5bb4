package dev.berth.cli;

import dev.berth.access.AccessMap;
import dev.berth.cli.print.WhoCanFacts;
import dev.berth.model.Environment;
import dev.berth.model.Fleet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code berth who-can}. */
@Command(
    name = "who-can",
    description = "Print all who may reach a resource, and the line that lets each.",
    footer = {
      "",
      "Examples:",
      "  berth who-can folder/faq                       a shared knowledge folder",
      "  berth who-can folder/agents/support/customer   an agent's own",
      "  berth who-can secret/anthropic-api-key",
      "  berth who-can topic/escalations                also subscription/, dataset/,",
      "                                                 repository/",
      "  berth who-can host/api.anthropic.com           on TCP 443",
      "  berth who-can agent/support/triage             its gateway",
      "  berth who-can namespace/support                its pods and their logs",
      "  berth who-can metadata                         and dns: the two fixed ways"
    })
final class WhoCan implements Callable<Integer> {

  @Parameters(paramLabel = "RESOURCE", description = "Its kind, a slash and its name.")
  private String resource = "";

  private final Berth berth;

  WhoCan(Berth berth) {
    this.berth = berth;
  }

  @Override
  public Integer call() {
    berth.mustNotBeSarif();
    Declarations declared = Declarations.of(berth);
    return declared.whenRight(fleet -> whoCan(declared, fleet));
  }

  private int whoCan(Declarations declared, Fleet fleet) {
    Environment environment = declared.planned(fleet, "answers");
    AccessMap map = AccessMap.of(berth.workshop().generator().plan(fleet, environment));
    new ResourceName(resource).mustBeAmong(map.resources());
    WhoCanFacts facts = WhoCanFacts.of(map, resource, environment);
    declared.facts(facts.lines(), facts);
    return Exit.DONE;
  }
}
