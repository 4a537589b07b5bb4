package dev.berth.cli.laptop;

import dev.berth.local.gateway.Turn;
import java.util.Locale;

/**
 * One turn: the shape of {@code berth ask --format json}.
 *
 * @param format names this shape and its version; keys are added, never renamed or dropped, without
 *     a new one
 * @param ended {@code answered}, or why it did not come to its end, e.g. {@code run-failed}
 * @param text what the agent said
 * @param reason OpenClaw's word for why the answer ends there; empty for none
 * @param said what the gateway said of what went wrong; empty for nothing
 */
public record TurnFacts(
    String format,
    String agent,
    String environment,
    String ended,
    String text,
    String reason,
    String said) {

  /** The one there is today. */
  public static final String FORMAT = "berth-turn/1";

  public static TurnFacts of(String agent, String environment, Turn turn) {
    if (turn instanceof Turn.Failed failed) {
      String ended = failed.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
      return new TurnFacts(FORMAT, agent, environment, ended, turn.text(), "", failed.said());
    }
    String reason = turn instanceof Turn.Answered answered ? answered.reason() : "";
    return new TurnFacts(FORMAT, agent, environment, "answered", turn.text(), reason, "");
  }
}
