package dev.berth.access;

import dev.berth.model.Declared;
import dev.berth.model.Member;
import dev.berth.model.Team;
import dev.berth.plan.Plan;
import dev.berth.plan.PlannedAgent;
import dev.berth.plan.SecretController;
import java.util.List;
import java.util.stream.Stream;

/**
 * Who may ask the Kubernetes API for what: members for their own team, what copies secrets for the
 * agents it copies them for; agents for nothing.
 */
final class RbacRows {

  private static final List<String> RULES = List.of("get, list, watch on pods", "get on pods/log");

  private RbacRows() {}

  static Stream<AccessRow> of(Plan plan) {
    Stream<AccessRow> members =
        plan.teams().stream()
            .map(planned -> planned.team())
            .flatMap(team -> team.members().stream().flatMap(member -> of(team, member)));
    return plan.environment().secrets().copiedByController()
        ? Stream.concat(members, plan.agents().stream().flatMap(RbacRows::controller))
        : members;
  }

  private static Stream<AccessRow> of(Team team, Declared<Member> member) {
    return RULES.stream()
        .map(
            rule ->
                new AccessRow(
                    Layer.RBAC,
                    Subject.member(member.value()),
                    "read",
                    ResourceWord.namespace(team.name()),
                    rule,
                    member.from(),
                    ""));
  }

  /** Whoever makes an account's token may do whatever the account may. */
  private static Stream<AccessRow> controller(PlannedAgent agent) {
    return agent.needs().stream()
        .limit(1)
        .map(
            first ->
                new AccessRow(
                    Layer.RBAC,
                    Subject.controller(SecretController.of(agent.id().team())),
                    "act as",
                    ResourceWord.agent(agent.id()),
                    "create on serviceaccounts/token",
                    first.because(),
                    "to read its secrets"));
  }
}
