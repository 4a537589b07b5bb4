package dev.berth.check;

import dev.berth.declare.FleetDeclaration;
import dev.berth.declare.Named;
import dev.berth.declare.SettingsDeclaration;
import dev.berth.declare.TeamDeclaration;
import dev.berth.declare.Written;
import dev.berth.diagnose.Diagnostic;
import dev.berth.diagnose.KnowledgeDiagnostic;
import dev.berth.diagnose.NetworkDiagnostic;
import dev.berth.model.Access;
import dev.berth.model.Agent;
import dev.berth.model.AgentId;
import dev.berth.model.ApiKey;
import dev.berth.model.Declared;
import dev.berth.model.Environment;
import dev.berth.model.EveryAgent;
import dev.berth.model.Fleet;
import dev.berth.model.Name;
import dev.berth.model.Origin;
import dev.berth.model.Team;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Checks declarations against each other and merges them into a fleet. */
final class FleetCheck {

  /** Words that mean something else where folders are named, or in the bucket. */
  private static final Map<String, String> RESERVED_FOLDERS =
      Map.of(
          "own", "`own` is an agent's own folder",
          "agents", "the agents' own folders are below agents/ in the bucket");

  private final DeclaredFleet declared;
  private final WaiverCheck waivers;
  private final List<Diagnostic> wrong;
  private final GrantCheck grants;

  /**
   * @param today the day grants are judged on, in UTC
   */
  FleetCheck(DeclaredFleet declared, LocalDate today, WaiverCheck waivers, List<Diagnostic> wrong) {
    this.declared = declared;
    this.waivers = waivers;
    this.wrong = wrong;
    this.grants = new GrantCheck(today, declared.ownFolders(), wrong);
  }

  /** Complete only if nothing was found wrong. */
  Optional<Fleet> fleet() {
    List<Environment> environments =
        declared
            .fleet()
            .map(fleet -> new EnvironmentCheck(wrong).environments(fleet))
            .orElse(List.of());
    EveryAgentCheck everyAgent = new EveryAgentCheck(grants, wrong);
    declared.fleet().ifPresent(fleet -> everyAgent.ofFleet(fleet, declared.teams()));
    declared.fleet().ifPresent(this::started);
    List<Team> teams = new ArrayList<>();
    for (DeclaredTeam team : declared.teams()) {
      everyAgent.ofTeam(team);
      AgentCheck agents = new AgentCheck(declared, team, environments, grants, wrong);
      List<Agent> merged =
          team.agents().stream().flatMap(agent -> agents.agent(agent).stream()).toList();
      new CallCheck(wrong).check(team);
      team.declaration().ifPresent(written -> teams.add(team(team, written, merged)));
    }
    new ShardCheck(wrong).check(declared.teams());
    new MemberCheck(wrong).check(declared.teams());
    new SecretCheck(teams, wrong).check(declared);
    Fleet fleet =
        new Fleet(
            environments,
            teams,
            declared
                .fleet()
                .map(written -> EveryAgentCheck.merged(written.everyAgent()))
                .orElse(EveryAgent.NOTHING),
            waivers.waivers(declared.waivers().waivers()),
            apiKeys());
    new PrincipalCheck(wrong).check(fleet);
    return wrong.isEmpty() ? Optional.of(fleet) : Optional.empty();
  }

  /** Every agent that is to start has a file, also a mistaken one. */
  private void started(FleetDeclaration fleet) {
    List<AgentId> known = List.copyOf(waivers.agents());
    fleet.environments().stream()
        .flatMap(each -> each.value().agents().stream().flatMap(List::stream))
        .filter(each -> !known.contains(each.value()))
        .forEach(
            each ->
                wrong.add(
                    new NetworkDiagnostic.NoSuchAgentToStart(
                        each.at(),
                        each.width(),
                        each.value().toString(),
                        known.stream().map(AgentId::toString).toList())));
  }

  private Team team(DeclaredTeam team, TeamDeclaration written, List<Agent> agents) {
    new QuotaCheck(wrong).check(team, written.quota(), agents);
    SortedMap<Name, Declared<Access>> folders = new TreeMap<>();
    for (Named<Name, Written<Access>> folder : written.knowledge()) {
      unreserved(folder.name());
      folders.put(folder.name().value(), folder.value().declared());
    }
    TeamDeclaration.Quota quota = written.quota();
    return new Team(
        team.name(),
        written.owner().value(),
        new Team.Quota(
            quota.cpu().value(),
            quota.memory().value(),
            quota.agents().value(),
            new Origin(quota.at().file(), quota.at().line())),
        written.members().stream().map(Written::declared).toList(),
        folders,
        EveryAgentCheck.merged(written.everyAgent()),
        written.shard().map(Written::value).orElse(0),
        agents,
        written.owner().origin());
  }

  /** The fleet's, then each team's and its agents'. */
  private List<ApiKey> apiKeys() {
    Stream<SettingsDeclaration> ofTeams =
        declared.teams().stream()
            .flatMap(
                team ->
                    Stream.concat(
                        team.declaration().stream().map(TeamDeclaration::defaults),
                        team.agents().stream().map(agent -> agent.declaration().settings())));
    return Stream.concat(declared.fleet().stream().map(FleetDeclaration::settings), ofTeams)
        .flatMap(layer -> layer.apiKeys().stream())
        .map(entry -> new ApiKey(entry.name().value(), entry.value().declared()))
        .toList();
  }

  private void unreserved(Written<Name> folder) {
    Optional.ofNullable(RESERVED_FOLDERS.get(folder.value().text()))
        .ifPresent(
            because ->
                wrong.add(
                    new KnowledgeDiagnostic.ReservedFolder(
                        folder.at(), folder.value().text(), because)));
  }
}
