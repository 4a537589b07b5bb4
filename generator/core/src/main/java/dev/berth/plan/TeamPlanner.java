package dev.berth.plan;

import dev.berth.model.Agent;
import dev.berth.model.ByteSize;
import dev.berth.model.Declared;
import dev.berth.model.Member;
import dev.berth.model.Origin;
import dev.berth.model.Team;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What belongs to a team and to no single agent of it. */
final class TeamPlanner {

  /**
   * Of node disk an agent's containers may fill, with room for a second set while one is replaced.
   */
  private static final long EPHEMERAL_GIBIBYTES_PER_AGENT = 2;

  /** Of persistent disk the quota holds for each agent at least. */
  private static final long STORAGE_GIBIBYTES_PER_AGENT = 10;

  private TeamPlanner() {}

  /** In the order it must be made. */
  static List<PlannedResource> plan(Team team) {
    List<PlannedResource> objects = new ArrayList<>();
    objects.add(object(team, "core/v1:Namespace", "namespace", Map.of()));
    objects.add(object(team, "core/v1:ResourceQuota", "resource-quota", quota(team)));
    objects.add(
        object(
            team,
            "core/v1:LimitRange",
            "limit-range",
            Inputs.of(
                "maxCpu", team.quota().cpu().toString(),
                "maxMemory", team.quota().memory().toString())));
    objects.add(object(team, "core/v1:ServiceAccount", "service-account", Map.of()));
    objects.add(object(team, "networking.k8s.io/v1:NetworkPolicy", "network-policy", Map.of()));
    if (!team.members().isEmpty()) {
      Origin members = team.members().get(0).from();
      objects.add(object(team, "rbac.authorization.k8s.io/v1:Role", "role", Map.of(), members));
      objects.add(
          object(
              team,
              "rbac.authorization.k8s.io/v1:RoleBinding",
              "role-binding",
              Map.of("subjects", subjects(team)),
              members));
    }
    return List.copyOf(objects);
  }

  private static Map<String, Object> quota(Team team) {
    int agents = team.quota().agents();
    long disks =
        team.agents().stream()
            .map(Agent::limits)
            .mapToLong(limits -> limits.disk().value().mebibytes())
            .sum();
    long storage =
        Math.max(ByteSize.gibibytes(STORAGE_GIBIBYTES_PER_AGENT * agents).mebibytes(), disks);
    // Beside its agents a team always has room for probes: a full team is judged like any other.
    int probes = PlannedProbe.MOST_AT_ONCE;
    long ephemeral = ByteSize.gibibytes(EPHEMERAL_GIBIBYTES_PER_AGENT * agents).mebibytes();
    return Inputs.of(
        "cpu",
        team.quota().cpu().millicores() + probes * PlannedProbe.CPU_MILLICORES + "m",
        "memory",
        team.quota().memory().mebibytes() + probes * PlannedProbe.MEMORY_MEBIBYTES + "Mi",
        "agents",
        agents,
        "pods",
        agents + probes,
        "ephemeralStorage",
        ephemeral + probes * PlannedProbe.EPHEMERAL_MEBIBYTES + "Mi",
        "storage",
        new ByteSize(storage).toString());
  }

  private static List<Map<String, Object>> subjects(Team team) {
    return team.members().stream().map(Declared::value).map(TeamPlanner::subject).toList();
  }

  private static Map<String, Object> subject(Member member) {
    return Inputs.of("kind", member.group() ? "Group" : "User", "name", member.email());
  }

  private static KubernetesObject object(
      Team team, String type, String template, Map<String, Object> more) {
    return object(team, type, template, more, team.from());
  }

  private static KubernetesObject object(
      Team team, String type, String template, Map<String, Object> more, Origin because) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("team", team.name().text());
    values.putAll(more);
    return new KubernetesObject(
        "kubernetes:" + type,
        team.name() + "/" + template,
        "team/" + template + ".yaml",
        team.name().text(),
        values,
        because);
  }
}
