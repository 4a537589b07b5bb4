package dev.berth.check;

import dev.berth.declare.TeamDeclaration;
import dev.berth.declare.Written;
import dev.berth.diagnose.Diagnostic;
import dev.berth.diagnose.NameDiagnostic;
import dev.berth.model.Member;
import java.util.List;

/**
 * Whether all groups are of one domain: a cluster knows one security group, {@code
 * gke-security-groups@<domain>}, that all others are nested in
 * (https://cloud.google.com/kubernetes-engine/docs/how-to/google-groups-rbac).
 */
record MemberCheck(List<Diagnostic> wrong) {

  /**
   * @param teams sorted by name
   */
  void check(List<DeclaredTeam> teams) {
    List<Written<Member>> groups =
        teams.stream()
            .flatMap(team -> team.declaration().stream())
            .map(TeamDeclaration::members)
            .flatMap(List::stream)
            .filter(member -> member.value().group())
            .toList();
    for (Written<Member> group : groups) {
      String domain = groups.get(0).value().domain();
      if (!group.value().domain().equals(domain)) {
        wrong.add(
            new NameDiagnostic.SecondDomain(
                group.at(), group.width(), group.value().email(), domain));
      }
    }
  }
}
