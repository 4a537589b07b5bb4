package dev.berth.check;

import dev.berth.declare.AgentDeclaration;
import dev.berth.declare.TeamDeclaration;
import dev.berth.model.Name;
import dev.berth.model.Origin;
import java.util.List;
import java.util.Optional;

/**
 * A team's folder, as declared.
 *
 * @param declaration empty when its file is missing or has mistakes of its own
 * @param agents those whose files have no mistakes of their own, by name
 * @param files how many agents it has, mistaken ones too
 */
record DeclaredTeam(
    Name name,
    String file,
    Optional<TeamDeclaration> declaration,
    List<DeclaredAgent> agents,
    int files) {

  /**
   * An agent's file, as declared.
   *
   * @param from the first line that says anything
   */
  record DeclaredAgent(Name name, String file, Origin from, AgentDeclaration declaration) {}
}
