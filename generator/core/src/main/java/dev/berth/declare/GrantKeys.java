package dev.berth.declare;

import dev.berth.model.Access;
import dev.berth.model.Name;
import java.time.LocalDate;
import java.util.List;

/** The keys of what is granted: to one agent, or to every agent of a team or of the fleet. */
final class GrantKeys {

  private static final Key<Written<String>> ROLE =
      Key.required("role", "The smallest role that does it.", Rules.ROLE);
  private static final Key<Written<String>> ON =
      Key.required(
          "on",
          "The one resource it holds on. A dataset's rows are read by tabledata.list: running"
              + " queries takes a role on the project, which no agent gets. A grant on a dataset"
              + " drops its authorized views: grant on one that has any elsewhere.",
          Rules.RESOURCE);
  private static final Key<Written<String>> WHY =
      Key.required("why", "What it is for, in your words.", Rules.WHY);
  private static final Key<Written<LocalDate>> UNTIL =
      Key.optional(
          "until",
          "The last day it holds, in UTC; for ever unless written. On a secret or a folder Google"
              + " ends it; on anything else berth check fails from the next day on until the grant"
              + " is removed.",
          Rules.DATE);

  /** Anything beyond knowledge and secrets. */
  static final Key<List<GrantDeclaration>> IAM =
      Key.optional(
          "iam",
          "Anything else it may do in Google Cloud, each on one named resource.",
          new ListOf<>(
              new Keys<>(
                  "a grant",
                  List.of(ROLE, ON, WHY, UNTIL),
                  (at, values) ->
                      new GrantDeclaration(
                          values.must(ROLE),
                          values.must(ON),
                          values.must(WHY),
                          values.get(UNTIL)))));

  /** Shared folders and the access to each. */
  static final MapOf<Name, Written<Access>> FOLDERS =
      new MapOf<>(
          "a knowledge folder", Rules.NAME.like("faq"), new Leaf<>(Rule.oneOf(Access.values())));

  private static final Key<List<Named<Name, Written<Access>>>> KNOWLEDGE =
      Key.optional("knowledge", "Shared knowledge folders each of them may use.", FOLDERS);

  /** What is granted once to all of a team's agents together. */
  static final Key<EveryAgentDeclaration> EVERY_AGENT =
      Key.optional(
          "everyAgent",
          "What every agent has, whatever its own file says: one grant to all agents of a team.",
          new Keys<>(
              "`everyAgent`",
              List.of(KNOWLEDGE, IAM),
              (at, values) -> new EveryAgentDeclaration(values.all(KNOWLEDGE), values.all(IAM))));

  private GrantKeys() {}
}
