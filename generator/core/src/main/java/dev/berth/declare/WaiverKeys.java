package dev.berth.declare;

import dev.berth.model.AgentId;
import java.time.LocalDate;
import java.util.List;

/** The keys of {@code waivers.yaml}. */
public final class WaiverKeys {

  private static final Key<Written<String>> RULE =
      Key.required("rule", "The rule's id; berth check --rules lists them.", Rules.RULE);
  private static final Key<Written<AgentId>> AGENT =
      Key.required("agent", "The one agent that may break it.", Rules.AGENT);
  private static final Key<Written<String>> OWNER =
      Key.required("owner", "An address of whoever answers for it.", Rules.EMAIL);
  private static final Key<Written<String>> REASON =
      Key.required(
          "reason",
          "Why it is right for now, in your words.",
          Rules.WHY.like("\"asks on-call people alone, who are paired by hand\""));
  private static final Key<Written<LocalDate>> UNTIL =
      Key.required("until", "The last day it holds, in UTC; at most a year ahead.", Rules.DATE);
  private static final Key<List<WaiversDeclaration.Waiver>> WAIVERS =
      Key.required(
          "waivers",
          "Rules that single agents may break for a while.",
          new ListOf<>(
              new Keys<>(
                  "a waiver",
                  List.of(RULE, AGENT, OWNER, REASON, UNTIL),
                  (at, values) ->
                      new WaiversDeclaration.Waiver(
                          at,
                          values.must(RULE),
                          values.must(AGENT),
                          values.must(OWNER),
                          values.must(REASON),
                          values.must(UNTIL)))));

  /** All of them. */
  public static final Keys<WaiversDeclaration> SHAPE =
      new Keys<>(
          "the list of waivers",
          List.of(WAIVERS),
          (at, values) -> new WaiversDeclaration(values.must(WAIVERS)));

  private WaiverKeys() {}
}
