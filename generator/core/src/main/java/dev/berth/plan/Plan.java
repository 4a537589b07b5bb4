package dev.berth.plan;

import dev.berth.model.Environment;
import dev.berth.model.Name;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Everything that must exist in one environment.
 *
 * @param platform what changes rarely, in the order it must be made: one stack
 * @param teams sorted by name: one stack a shard
 */
public record Plan(
    Environment environment, List<PlannedResource> platform, List<PlannedTeam> teams) {

  /** The rule that a waiver must name before hosts are open that nobody enforces. */
  public static final String HOSTS_STAY_OPEN = "hosts-stay-open";

  /** The Pulumi stack of the platform: the environment's name. */
  public static String platformStack(Name environment) {
    return environment.text();
  }

  /** The Pulumi stack of one shard of the fleet: {@code dev-00}. */
  public static String fleetStack(Name environment, int shard) {
    // Some locales have digits of their own.
    return String.format(Locale.ROOT, "%s-%02d", environment, shard);
  }

  /** The teams of each shard, by shard. */
  public SortedMap<Integer, List<PlannedTeam>> shards() {
    SortedMap<Integer, List<PlannedTeam>> shards = new TreeMap<>();
    for (PlannedTeam team : teams) {
      shards.computeIfAbsent(team.team().shard(), shard -> new ArrayList<>()).add(team);
    }
    return shards;
  }

  /** What the platform's stack holds, and nothing else. */
  public Plan platformAlone() {
    return new Plan(environment, platform, List.of());
  }

  /** What one shard's stack holds, and nothing else; nothing at all for a shard without teams. */
  public Plan shardAlone(int shard) {
    return new Plan(
        environment,
        List.of(),
        teams.stream().filter(team -> team.team().shard() == shard).toList());
  }

  /** What one of its teams holds, and nothing else. */
  public Plan teamAlone(PlannedTeam team) {
    return new Plan(environment, List.of(), List.of(team));
  }

  /** Agents with a host whose name nothing enforces: waived ones, and those that reach nobody. */
  public List<PlannedAgent> unenforced() {
    return agents().stream()
        .filter(agent -> agent.asks().stream().anyMatch(way -> way.gate().unheld()))
        .toList();
  }

  public List<PlannedAgent> agents() {
    return teams.stream().flatMap(team -> team.agents().stream()).toList();
  }
}
