package dev.berth.check;

import dev.berth.declare.TeamDeclaration;
import dev.berth.declare.Written;
import dev.berth.diagnose.Diagnostic;
import dev.berth.diagnose.QuotaDiagnostic;
import dev.berth.model.Agent;
import java.util.List;

/** Whether a team's quota holds its agents. */
record QuotaCheck(List<Diagnostic> wrong) {

  void check(DeclaredTeam team, TeamDeclaration.Quota quota, List<Agent> agents) {
    String name = team.name().text();
    long millicores =
        agents.stream().mapToLong(agent -> agent.limits().cpu().value().millicores()).sum();
    if (millicores > quota.cpu().value().millicores()) {
      exceeded(name, "cpu", cores(millicores), quota.cpu());
    }
    long mebibytes =
        agents.stream().mapToLong(agent -> agent.limits().memory().value().mebibytes()).sum();
    if (mebibytes > quota.memory().value().mebibytes()) {
      String sum = mebibytes % 1024 == 0 ? mebibytes / 1024 + "Gi" : mebibytes + "Mi";
      exceeded(name, "memory", sum, quota.memory());
    }
    Written<Integer> most = quota.agents();
    if (team.files() > most.value()) {
      wrong.add(
          new QuotaDiagnostic.TooManyAgents(
              most.at(), most.width(), name, team.files(), most.value()));
    }
  }

  private static String cores(long millicores) {
    return millicores % 1000 == 0 ? Long.toString(millicores / 1000) : millicores + "m";
  }

  private void exceeded(String team, String resource, String sum, Written<?> quota) {
    wrong.add(
        new QuotaDiagnostic.QuotaExceeded(
            quota.at(), quota.width(), team, resource, sum, quota.value().toString()));
  }
}
