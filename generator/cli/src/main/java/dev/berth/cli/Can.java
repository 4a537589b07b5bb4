package dev.berth.cli;

import dev.berth.access.AccessMap;
import dev.berth.access.Subject;
import dev.berth.cli.print.CanFacts;
import dev.berth.model.Environment;
import dev.berth.model.Fleet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code berth can}. */
@Command(
    name = "can",
    description = "Print all an agent or a team's member may do, and the line that lets it.",
    footer = {
      "",
      "Examples:",
      "  berth can support/customer",
      "  berth can group:support@example.com",
      "  berth can team:support              what every agent of a team has",
      "  berth can part:nodes                a part of the cluster"
    })
final class Can implements Callable<Integer> {

  private static final Map<Subject.Kind, String> WORDS =
      Map.of(
          Subject.Kind.AGENT, "agent",
          Subject.Kind.TEAM, "team",
          Subject.Kind.MEMBER, "member of a team",
          Subject.Kind.PART, "part of the cluster");

  @Parameters(
      paramLabel = "WHO",
      description = "TEAM/AGENT, group:ADDRESS, user:ADDRESS, team:TEAM or part:NAME.")
  private String who = "";

  private final Berth berth;

  Can(Berth berth) {
    this.berth = berth;
  }

  @Override
  public Integer call() {
    berth.mustNotBeSarif();
    Declarations declared = Declarations.of(berth);
    return declared.whenRight(fleet -> can(declared, fleet));
  }

  private int can(Declarations declared, Fleet fleet) {
    Environment environment = declared.planned(fleet, "answers");
    AccessMap map = AccessMap.of(berth.workshop().generator().plan(fleet, environment));
    CanFacts facts = CanFacts.of(map, named(map), environment);
    declared.facts(facts.lines(), facts);
    return Exit.DONE;
  }

  private Subject named(AccessMap map) {
    List<Subject> known = List.copyOf(map.subjects());
    return known.stream()
        .filter(each -> each.text().equals(who))
        .findFirst()
        .orElseThrow(() -> Stop.usage(unknown(known)));
  }

  private String unknown(List<Subject> known) {
    Subject.Kind kind =
        who.startsWith("team:")
            ? Subject.Kind.TEAM
            : who.startsWith("part:")
                ? Subject.Kind.PART
                : who.contains(":") ? Subject.Kind.MEMBER : Subject.Kind.AGENT;
    return Suggestion.unknown(
        Objects.requireNonNull(WORDS.get(kind)),
        who,
        known.stream().filter(each -> each.kind() == kind).map(Subject::text).toList());
  }
}
