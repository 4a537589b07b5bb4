package dev.berth.declare;

import dev.berth.model.Access;
import dev.berth.model.Name;
import java.util.List;

/** What every agent of a fleet or of a team has, as written. */
public record EveryAgentDeclaration(
    List<Named<Name, Written<Access>>> knowledge, List<GrantDeclaration> iam) {

  public static final EveryAgentDeclaration NOTHING =
      new EveryAgentDeclaration(List.of(), List.of());
}
