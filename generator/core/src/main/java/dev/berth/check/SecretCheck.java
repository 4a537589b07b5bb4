package dev.berth.check;

import dev.berth.declare.EveryAgentDeclaration;
import dev.berth.declare.FleetDeclaration;
import dev.berth.declare.GrantDeclaration;
import dev.berth.declare.TeamDeclaration;
import dev.berth.declare.Written;
import dev.berth.diagnose.Diagnostic;
import dev.berth.diagnose.GrantDiagnostic;
import dev.berth.model.Agent;
import dev.berth.model.AgentId;
import dev.berth.model.CloudResource;
import dev.berth.model.RoleCatalogue;
import dev.berth.model.Team;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Whether nobody is granted a token or key that is another agent's own: neither to read it nor to
 * put another in its place.
 */
final class SecretCheck {

  private final List<Diagnostic> wrong;
  private final Map<String, SortedSet<AgentId>> owners = new HashMap<>();

  /**
   * @param teams with every agent that could be made
   */
  SecretCheck(List<Team> teams, List<Diagnostic> wrong) {
    this.wrong = wrong;
    for (Team team : teams) {
      for (Agent agent : team.agents()) {
        agent
            .secrets()
            .keySet()
            .forEach(
                secret ->
                    owners.computeIfAbsent(secret.text(), name -> new TreeSet<>()).add(agent.id()));
      }
    }
  }

  void check(DeclaredFleet declared) {
    declared.fleet().map(FleetDeclaration::everyAgent).ifPresent(all -> everyone(all, "shared"));
    for (DeclaredTeam team : declared.teams()) {
      team.declaration()
          .map(TeamDeclaration::everyAgent)
          .ifPresent(all -> everyone(all, team.name().text()));
      for (DeclaredTeam.DeclaredAgent agent : team.agents()) {
        AgentId id = new AgentId(team.name(), agent.name());
        agent
            .declaration()
            .iam()
            .forEach(grant -> check(grant, Optional.of(id), agent.name() + ""));
      }
    }
  }

  private void everyone(EveryAgentDeclaration all, String prefix) {
    all.iam().forEach(grant -> check(grant, Optional.empty(), prefix));
  }

  private void check(GrantDeclaration grant, Optional<AgentId> to, String prefix) {
    CloudResource.parse(grant.on().value())
        .filter(on -> on.kind() == CloudResource.Kind.SECRET)
        .map(CloudResource::name)
        .filter(owners::containsKey)
        .ifPresent(secret -> check(grant, secret, to, prefix));
  }

  private void check(GrantDeclaration grant, String secret, Optional<AgentId> to, String prefix) {
    SortedSet<AgentId> others = new TreeSet<>(owners.getOrDefault(secret, new TreeSet<>()));
    boolean own = to.isPresent() && others.remove(to.get());
    boolean reads =
        grant
            .role()
            .value()
            .equals(RoleCatalogue.builtIn().on(CloudResource.Kind.SECRET).get(0).name());
    Written<String> on = grant.on();
    if (own && reads) {
      wrong.add(new GrantDiagnostic.SecretReadAlready(on.at(), on.width(), secret));
    } else if (!others.isEmpty()) {
      wrong.add(
          new GrantDiagnostic.SecretOfAnotherAgent(
              on.at(), on.width(), secret, others.first().toString(), prefix + "-key"));
    }
  }
}
