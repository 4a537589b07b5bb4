package dev.berth.check;

import dev.berth.declare.FleetDeclaration;
import dev.berth.declare.WaiversDeclaration;
import dev.berth.model.AgentId;
import dev.berth.model.FolderOwners;
import dev.berth.model.Name;
import dev.berth.model.Soul;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Every declaration without mistakes of its own.
 *
 * @param fleet empty when its file is missing or has mistakes
 * @param teams sorted by name
 * @param souls by name
 * @param waivers none when their file is missing or has mistakes
 */
record DeclaredFleet(
    Optional<FleetDeclaration> fleet,
    List<DeclaredTeam> teams,
    SortedMap<Name, Soul> souls,
    WaiversDeclaration waivers) {

  /** Every agent's own folder below {@code agents/}, whether it uses it or not. */
  FolderOwners ownFolders() {
    SortedMap<String, String> owners = new TreeMap<>();
    for (DeclaredTeam team : teams) {
      for (DeclaredTeam.DeclaredAgent agent : team.agents()) {
        String id = new AgentId(team.name(), agent.name()).toString();
        owners.put("agents/" + id, id);
      }
    }
    return new FolderOwners(owners);
  }
}
