package dev.berth.access;

import dev.berth.model.Origin;
import java.util.Comparator;

/**
 * One thing somebody may do, and which line lets them.
 *
 * @param may what, in words that go before {@code on}: {@code publish to}
 * @param on the resource's word: {@code topic/escalations}
 * @param through the role, the verbs or the rule: {@code roles/pubsub.publisher}, {@code get on
 *     pods/log}, {@code TCP 443}, {@code file discord-token}
 * @param because the line that asked for it
 * @param why in the team's words, or why nobody had to ask; empty text when the line says enough
 */
public record AccessRow(
    Layer layer, Subject who, String may, String on, String through, Origin because, String why)
    implements Comparable<AccessRow> {

  private static final Comparator<AccessRow> ORDER =
      Comparator.comparing(AccessRow::who)
          .thenComparing(AccessRow::layer)
          .thenComparing(AccessRow::on)
          .thenComparing(AccessRow::through)
          .thenComparing(AccessRow::may)
          .thenComparing(row -> row.because().file())
          .thenComparing(row -> row.because().line())
          .thenComparing(AccessRow::why);

  @Override
  public int compareTo(AccessRow other) {
    return ORDER.compare(this, other);
  }
}
