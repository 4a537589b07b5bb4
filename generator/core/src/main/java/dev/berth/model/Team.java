package dev.berth.model;

import java.util.List;
import java.util.SortedMap;

/**
 * A team: its namespace, what it may use, and its agents.
 *
 * @param owner an address people can write to
 * @param folders the shared knowledge folders its agents may use at all
 * @param everyAgent what each of its agents has, beyond what the fleet says of every agent
 * @param shard 0 to 99: which fleet stack holds it
 * @param agents sorted by name
 */
public record Team(
    Name name,
    String owner,
    Quota quota,
    List<Declared<Member>> members,
    SortedMap<Name, Declared<Access>> folders,
    EveryAgent everyAgent,
    int shard,
    List<Agent> agents,
    Origin from) {

  /**
   * The most a team's agents may use together.
   *
   * @param agents how many agents
   */
  public record Quota(Cpu cpu, ByteSize memory, int agents, Origin from) {}
}
