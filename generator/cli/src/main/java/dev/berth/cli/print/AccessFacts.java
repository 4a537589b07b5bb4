package dev.berth.cli.print;

import dev.berth.access.AccessRow;
import java.util.List;

/**
 * One thing somebody may do.
 *
 * @param layer {@code iam}, {@code rbac}, {@code network} or {@code secrets}
 * @param may what, in plain words that go before {@code on}
 * @param on the resource's word
 * @param through the role, the verbs or the rule
 * @param from {@code file:line}, or {@code built in}
 * @param why what else there is to say; empty text when the line says enough
 */
public record AccessFacts(
    String layer, String who, String may, String on, String through, String from, String why) {

  static AccessFacts of(AccessRow row) {
    return new AccessFacts(
        row.layer().toString(),
        row.who().text(),
        row.may(),
        row.on(),
        row.through(),
        row.because().toString(),
        row.why());
  }

  static List<AccessFacts> of(List<AccessRow> rows) {
    return rows.stream().map(AccessFacts::of).toList();
  }
}
