package dev.berth.model;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What every agent of a fleet or of a team has, whatever its own file says: granted once to all of
 * a team's agents together.
 *
 * @param folders shared knowledge folders
 * @param iam roles on named resources
 */
public record EveryAgent(SortedMap<Name, Declared<Access>> folders, List<Declared<IamGrant>> iam) {

  public static final EveryAgent NOTHING = new EveryAgent(new TreeMap<>(), List.of());
}
