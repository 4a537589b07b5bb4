package dev.berth.access;

import dev.berth.model.Declared;
import dev.berth.model.Member;
import dev.berth.model.Team;
import dev.berth.plan.Plan;
import java.util.List;
import java.util.stream.Stream;

/** Who may ask the Kubernetes API for what: members for their own team; agents for nothing. */
final class RbacRows {

  private static final List<String> RULES = List.of("get, list, watch on pods", "get on pods/log");

  private RbacRows() {}

  static Stream<AccessRow> of(Plan plan) {
    return plan.teams().stream()
        .map(planned -> planned.team())
        .flatMap(team -> team.members().stream().flatMap(member -> of(team, member)));
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
}
