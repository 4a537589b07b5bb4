package dev.berth.cli;

import dev.berth.cli.print.Json;
import dev.berth.cli.print.Wrapped;
import dev.berth.rules.Rule;
import dev.berth.rules.RulePack;
import java.util.List;

/** What {@code berth check --rules} prints. */
final class RuleList {

  /** The shape and its version. */
  private static final String FORMAT = "berth-rules/1";

  /** One rule, as programs read it. */
  record Entry(String id, String severity, String reason, String source, boolean waivable) {}

  /** All of them, by id. */
  record Listed(String format, List<Entry> rules) {}

  private RuleList() {}

  static int print(Berth berth) {
    berth.mustNotBeSarif();
    List<Rule> rules = RulePack.builtIn().rules();
    Terminal terminal = berth.terminal();
    if (berth.format() == Format.JSON) {
      terminal.result(Json.print(new Listed(FORMAT, rules.stream().map(RuleList::entry).toList())));
    } else {
      rules.forEach(rule -> print(rule, terminal));
    }
    return Exit.DONE;
  }

  private static Entry entry(Rule rule) {
    return new Entry(
        rule.id(), rule.severity().toString(), rule.reason(), rule.source(), rule.waivable());
  }

  private static void print(Rule rule, Terminal terminal) {
    terminal.result(
        "%s[%s]%s"
            .formatted(rule.severity(), rule.id(), rule.waivable() ? "" : "  cannot be waived"));
    terminal.result(Wrapped.words("  ", rule.reason()));
    terminal.result("  " + rule.source());
  }
}
