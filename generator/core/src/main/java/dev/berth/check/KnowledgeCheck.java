package dev.berth.check;

import dev.berth.declare.GrantDeclaration;
import dev.berth.declare.Named;
import dev.berth.declare.TeamDeclaration;
import dev.berth.declare.Written;
import dev.berth.diagnose.Diagnostic;
import dev.berth.diagnose.FleetDiagnostic;
import dev.berth.diagnose.KnowledgeDiagnostic;
import dev.berth.model.Access;
import dev.berth.model.Name;
import dev.berth.model.RoleCatalogue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

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

  /**
   * @param folders what is asked for by name
   * @param grants what roles on folders ask for besides
   */
  void check(List<Named<Name, Written<Access>>> folders, List<GrantDeclaration> grants) {
    team.declaration()
        .ifPresent(
            written -> {
              for (Named<Name, Written<Access>> folder : folders) {
                check(folder, written, access -> folder.name().value() + ": " + access);
              }
              for (Named<Name, Written<Access>> folder : GrantCheck.folders(grants)) {
                check(
                    folder,
                    written,
                    access -> "role: " + RoleCatalogue.builtIn().role(access).name());
              }
            });
  }

  /** Whether {@code team}'s own file gives it {@code wished} of {@code folder}. */
  static boolean gives(DeclaredTeam team, Name folder, Access wished) {
    return Optional.ofNullable(new KnowledgeCheck(team, List.of()).granted.get(folder))
        .map(given -> given.covers(wished))
        .orElse(false);
  }

  private void check(
      Named<Name, Written<Access>> folder,
      TeamDeclaration written,
      Function<Access, String> words) {
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
              team.file(),
              words.apply(given.get())));
    }
  }
}
