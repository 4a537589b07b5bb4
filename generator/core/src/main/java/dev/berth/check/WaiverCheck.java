package dev.berth.check;

import dev.berth.declare.WaiversDeclaration;
import dev.berth.declare.Written;
import dev.berth.diagnose.Diagnostic;
import dev.berth.diagnose.WaiverDiagnostic;
import dev.berth.model.AgentId;
import dev.berth.model.Origin;
import dev.berth.model.Waiver;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;

/**
 * Whether each waiver names a rule and an agent that there are, once, and for a time that people
 * remember. A waiver whose day is over is right: what it waived comes back.
 *
 * @param agents every agent there is a file of, also a mistaken one
 * @param today in UTC
 */
record WaiverCheck(
    KnownRules rules, SortedSet<AgentId> agents, LocalDate today, List<Diagnostic> wrong) {

  /** A year, whichever. */
  private static final int MOST_DAYS = 366;

  /** All of them, in the order they were written; what is wrong is added. */
  List<Waiver> waivers(List<WaiversDeclaration.Waiver> written) {
    Map<String, Integer> lines = new HashMap<>();
    for (WaiversDeclaration.Waiver each : written) {
      known(each.rule());
      known(each.agent().value(), each.agent());
      once(each, lines);
      shortEnough(each.until());
    }
    return written.stream().map(WaiverCheck::waiver).toList();
  }

  private void known(Written<String> rule) {
    String id = rule.value();
    if (rules.binding().contains(id)) {
      wrong.add(new WaiverDiagnostic.RuleNotWaivable(rule.at(), rule.width(), id));
    } else if (!rules.waivable().contains(id)) {
      wrong.add(
          new WaiverDiagnostic.UnknownRule(
              rule.at(), rule.width(), id, List.copyOf(rules.waivable())));
    }
  }

  private void known(AgentId agent, Written<?> place) {
    if (!agents.contains(agent)) {
      wrong.add(
          new WaiverDiagnostic.UnknownAgent(
              place.at(),
              place.width(),
              agent.toString(),
              agents.stream().map(AgentId::toString).toList()));
    }
  }

  private void once(WaiversDeclaration.Waiver waiver, Map<String, Integer> lines) {
    Written<String> rule = waiver.rule();
    AgentId agent = waiver.agent().value();
    Optional.ofNullable(lines.putIfAbsent(rule.value() + " for " + agent, rule.at().line()))
        .ifPresent(
            first ->
                wrong.add(
                    new WaiverDiagnostic.WaiverTwice(
                        rule.at(), rule.width(), rule.value(), agent.toString(), first)));
  }

  private void shortEnough(Written<LocalDate> until) {
    LocalDate most = today.plusDays(MOST_DAYS);
    if (until.value().isAfter(most)) {
      wrong.add(new WaiverDiagnostic.WaiverTooLong(until.at(), until.width(), until.value(), most));
    }
  }

  private static Waiver waiver(WaiversDeclaration.Waiver written) {
    return new Waiver(
        written.rule().value(),
        written.agent().value(),
        written.owner().value(),
        written.reason().value(),
        written.until().value(),
        new Origin(written.at().file(), written.at().line()));
  }
}
