package dev.berth.check;

import dev.berth.declare.AgentDeclaration;
import dev.berth.declare.Named;
import dev.berth.declare.TeamDeclaration;
import dev.berth.declare.Written;
import dev.berth.diagnose.Diagnostic;
import dev.berth.diagnose.FleetDiagnostic;
import dev.berth.diagnose.KnowledgeDiagnostic;
import dev.berth.model.Access;
import dev.berth.model.Name;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whether a team was given what its agents use. */
final class KnowledgeCheck {

  private final DeclaredTeam team;
  private final List<Diagnostic> wrong;
  private final Map<Name, Access> granted = new HashMap<>();

  KnowledgeCheck(DeclaredTeam team, List<Diagnostic> wrong) {
    this.team = team;
    this.wrong = wrong;
    team.declaration()
        .ifPresent(
            written ->
                written
                    .knowledge()
                    .forEach(folder -> granted.put(folder.name().value(), folder.value().value())));
  }

  void check(AgentDeclaration.Knowledge knowledge) {
    team.declaration()
        .ifPresent(written -> knowledge.folders().forEach(folder -> check(folder, written)));
  }

  private void check(Named<Name, Written<Access>> folder, TeamDeclaration written) {
    Written<Access> wished = folder.value();
    String name = folder.name().value().text();
    Optional<Access> given = Optional.ofNullable(granted.get(folder.name().value()));
    if (given.isEmpty()) {
      wrong.add(
          new FleetDiagnostic.FolderNotGranted(
              folder.name().at(),
              name,
              team.name().text(),
              team.file(),
              written.owner().value(),
              wished.value().toString()));
    } else if (!given.get().covers(wished.value())) {
      wrong.add(
          new KnowledgeDiagnostic.AccessNotGranted(
              wished.at(),
              wished.width(),
              name,
              wished.value().toString(),
              given.get().toString(),
              team.name().text(),
              team.file()));
    }
  }
}
