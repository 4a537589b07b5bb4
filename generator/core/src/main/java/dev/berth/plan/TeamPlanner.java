package dev.berth.plan;

import dev.berth.model.Agent;
import dev.berth.model.ByteSize;
import dev.berth.model.Cpu;
import dev.berth.model.Declared;
import dev.berth.model.KnowledgeCarrier;
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

  private static final long SETS_WHILE_ONE_IS_REPLACED = 2;

  /** Of persistent disk the quota holds for each agent at least. */
  private static final long STORAGE_GIBIBYTES_PER_AGENT = 10;

  private TeamPlanner() {}

  /**
   * In the order it must be made.
   *
   * @param carried whether what carries knowledge runs beside agents of the team that have some
   * @param metrics whether Managed Service for Prometheus may scrape it
   */
  static List<PlannedResource> plan(Team team, boolean carried, boolean metrics) {
    List<PlannedResource> objects = new ArrayList<>();
    objects.add(object(team, "core/v1:Namespace", "namespace", Map.of()));
    objects.add(object(team, "core/v1:ResourceQuota", "resource-quota", quota(team, carried)));
    objects.add(
        object(
            team,
            "core/v1:LimitRange",
            "limit-range",
            Inputs.of(
                "maxCpu", largest(team, carried).toString(),
                "maxMemory", team.quota().memory().toString())));
    objects.add(object(team, "core/v1:ServiceAccount", "service-account", Map.of()));
    objects.add(object(team, "networking.k8s.io/v1:NetworkPolicy", "network-policy", Map.of()));
    if (carried && metrics) {
      objects.add(
          object(team, "monitoring.googleapis.com/v1:PodMonitoring", "pod-monitoring", Map.of()));
    }
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

  /** Of one container: as much as the team has, and never less than what carries knowledge. */
  private static Cpu largest(Team team, boolean carried) {
    Cpu most = team.quota().cpu();
    return carried && most.compareTo(KnowledgeCarrier.CPU_LIMIT) < 0
        ? KnowledgeCarrier.CPU_LIMIT
        : most;
  }

  private static Map<String, Object> quota(Team team, boolean carried) {
    int agents = team.quota().agents();
    long disks =
        team.agents().stream()
            .map(Agent::limits)
            .mapToLong(limits -> limits.disk().value().mebibytes())
            .sum();
    long storage =
        Math.max(ByteSize.gibibytes(STORAGE_GIBIBYTES_PER_AGENT * agents).mebibytes(), disks);
    // Beside its agents a team always has room for probes, and for what carries their knowledge:
    // what its quota promises stays the agents' own.
    int probes = PlannedProbe.MOST_AT_ONCE;
    int carriers = carried ? agents : 0;
    long ephemeral =
        ByteSize.gibibytes(EPHEMERAL_GIBIBYTES_PER_AGENT * agents).mebibytes()
            + SETS_WHILE_ONE_IS_REPLACED * carriers * KnowledgeCarrier.EPHEMERAL.mebibytes();
    return Inputs.of(
        "cpu",
        team.quota().cpu().millicores()
            + probes * PlannedProbe.CPU_MILLICORES
            + carriers * KnowledgeCarrier.CPU_LIMIT.millicores()
            + "m",
        "memory",
        team.quota().memory().mebibytes()
            + probes * PlannedProbe.MEMORY_MEBIBYTES
            + carriers * KnowledgeCarrier.MEMORY.mebibytes()
            + "Mi",
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
