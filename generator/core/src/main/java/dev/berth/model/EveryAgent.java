package dev.berth.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

  /** This and {@code more}: the wider of the two where both speak of one resource. */
  public EveryAgent and(EveryAgent more) {
    SortedMap<Name, Declared<Access>> both = new TreeMap<>(folders);
    more.folders.forEach(
        (folder, access) -> {
          if (!covers(folder, access.value())) {
            both.put(folder, access);
          }
        });
    List<Declared<IamGrant>> grants = new ArrayList<>(iam);
    more.iam.stream()
        .filter(grant -> !covers(grant.value()))
        .forEach(
            grant -> {
              grants.removeIf(narrower -> grant.value().covers(narrower.value()));
              grants.add(grant);
            });
    return new EveryAgent(both, List.copyOf(grants));
  }

  /** Whether every agent has at least {@code wished} of a shared folder. */
  public boolean covers(Name folder, Access wished) {
    return Optional.ofNullable(folders.get(folder))
        .map(given -> given.value().covers(wished))
        .orElse(false);
  }

  /** Whether every agent has {@code wished}, for as long. */
  public boolean covers(IamGrant wished) {
    return iam.stream().anyMatch(given -> given.value().covers(wished));
  }
}
