package dev.berth.cli;

import dev.berth.access.AccessMap;
import dev.berth.cli.print.ThingFacts;
import dev.berth.cli.print.WhyFacts;
import dev.berth.cli.print.Wrapped;
import dev.berth.diagnose.ShownLine;
import dev.berth.model.Environment;
import dev.berth.model.Fleet;
import dev.berth.plan.Plan;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code berth why}. */
@Command(
    name = "why",
    description = "Print what a resource is, which line asked for it, and who may reach it.",
    footer = {
      "",
      "Examples:",
      "  berth why folder/faq",
      "  berth why host/api.zendesk.com",
      "  berth why support/customer/network-policy   a resource as pulumi names it"
    })
final class Why implements Callable<Integer> {

  // Beside the number of a line, in six columns, and what stands between.
  private static final int COLUMNS = Wrapped.COLUMNS - 12;

  @Parameters(
      paramLabel = "RESOURCE",
      description = "A word as of berth who-can, or the name of a planned resource.")
  private String resource = "";

  private final Berth berth;

  Why(Berth berth) {
    this.berth = berth;
  }

  @Override
  public Integer call() {
    berth.mustNotBeSarif();
    Declarations declared = Declarations.of(berth);
    return declared.whenRight(fleet -> why(declared, fleet));
  }

  private int why(Declarations declared, Fleet fleet) {
    Environment environment = declared.planned(fleet, "answers");
    Plan plan = berth.workshop().generator().plan(fleet, environment);
    AccessMap map = AccessMap.of(plan);
    List<ThingFacts> things = ThingFacts.of(plan, resource);
    if (things.isEmpty()) {
      new ResourceName(resource).mustBeAmong(map.resources(), ThingFacts.names(plan).toList());
    }
    WhyFacts facts =
        WhyFacts.of(
            resource,
            environment,
            things,
            map.resources().contains(resource) || things.isEmpty()
                ? Optional.of(map.whoCan(resource))
                : Optional.empty(),
            from -> line(declared, from));
    declared.facts(facts.text(), facts);
    return Exit.DONE;
  }

  /** The text of {@code file:line}. */
  private static Optional<String> line(Declarations declared, String from) {
    int colon = from.lastIndexOf(':');
    return colon < 0
        ? Optional.empty()
        : ShownLine.of(
            declared.sources(),
            from.substring(0, colon),
            Integer.parseInt(from.substring(colon + 1)),
            COLUMNS);
  }
}
