package dev.berth.model;

import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How often the policy of one resource names somebody: each agent, or each team's set, once for
 * every role.
 *
 * @param resource e.g. {@code folder/faq}
 * @param over the line that asked for the first one past {@link #MOST}; the last line otherwise
 */
public record PrincipalCount(String resource, int principals, Origin over) {

  /** Of one allow policy (https://cloud.google.com/iam/quotas). */
  public static final int MOST = 1500;

  /** Of every resource somebody is granted something on, by resource. */
  public static Collection<PrincipalCount> of(Fleet fleet) {
    SortedMap<String, PrincipalCount> counts = new TreeMap<>();
    for (Team team : fleet.teams()) {
      EveryAgent all = fleet.everyAgentOf(team);
      add(counts, all);
      for (Agent agent : team.agents()) {
        agent.own().ifPresent(own -> add(counts, "folder/agents/" + agent.id(), own.from()));
        agent.secrets().forEach((secret, from) -> add(counts, "secret/" + secret, from));
        add(counts, agent.beyond(all));
      }
    }
    return List.copyOf(counts.values());
  }

  private static void add(SortedMap<String, PrincipalCount> counts, EveryAgent granted) {
    granted.folders().forEach((folder, access) -> add(counts, "folder/" + folder, access.from()));
    granted.iam().forEach(grant -> add(counts, grant.value().on().toString(), grant.from()));
  }

  private static void add(SortedMap<String, PrincipalCount> counts, String resource, Origin from) {
    counts.merge(
        resource,
        new PrincipalCount(resource, 1, from),
        (before, one) ->
            new PrincipalCount(
                resource,
                before.principals + 1,
                before.principals > MOST ? before.over : one.over));
  }
}
