package dev.berth.check;

import dev.berth.declare.EveryAgentDeclaration;
import dev.berth.declare.FleetDeclaration;
import dev.berth.declare.Named;
import dev.berth.declare.Written;
import dev.berth.diagnose.Diagnostic;
import dev.berth.diagnose.KnowledgeDiagnostic;
import dev.berth.model.Access;
import dev.berth.model.Declared;
import dev.berth.model.EveryAgent;
import dev.berth.model.Name;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Whether what every agent would have is small enough, and was given to every team of theirs. */
record EveryAgentCheck(GrantCheck grants, List<Diagnostic> wrong) {

  /** Who gets it, where agents are told apart: none of them. */
  private static final String EVERY_AGENT = "every agent";

  void ofTeam(DeclaredTeam team) {
    team.declaration()
        .ifPresent(
            written -> {
              EveryAgentDeclaration all = written.everyAgent();
              grants.check(all.iam(), all.knowledge(), EVERY_AGENT);
              new KnowledgeCheck(team, wrong).check(all.knowledge(), all.iam());
            });
  }

  void ofFleet(FleetDeclaration fleet, List<DeclaredTeam> teams) {
    EveryAgentDeclaration all = fleet.everyAgent();
    grants.check(all.iam(), all.knowledge(), EVERY_AGENT);
    List<Named<Name, Written<Access>>> folders = new ArrayList<>(all.knowledge());
    folders.addAll(GrantCheck.folders(all.iam()));
    folders.forEach(folder -> givenToAll(folder, teams));
  }

  private void givenToAll(Named<Name, Written<Access>> folder, List<DeclaredTeam> teams) {
    Name name = folder.name().value();
    Access access = folder.value().value();
    List<DeclaredTeam> without =
        teams.stream()
            .filter(team -> team.declaration().isPresent())
            .filter(team -> !KnowledgeCheck.gives(team, name, access))
            .toList();
    if (!without.isEmpty()) {
      wrong.add(
          new KnowledgeDiagnostic.FolderNotGrantedToAll(
              folder.name().at(),
              name.text(),
              access.toString(),
              without.stream().map(team -> team.name().text()).toList(),
              without.stream().map(DeclaredTeam::file).toList()));
    }
  }

  static EveryAgent merged(EveryAgentDeclaration written) {
    SortedMap<Name, Declared<Access>> folders = new TreeMap<>();
    written
        .knowledge()
        .forEach(folder -> folders.put(folder.name().value(), folder.value().declared()));
    return new EveryAgent(folders, GrantCheck.grants(written.iam()));
  }
}
