package dev.berth.access;

import dev.berth.model.Access;
import dev.berth.model.IamGrant;
import dev.berth.model.Origin;
import dev.berth.model.RoleCatalogue;
import dev.berth.model.SecretName;
import dev.berth.plan.Permission;
import dev.berth.plan.Plan;
import dev.berth.plan.PlannedAgent;
import dev.berth.plan.PlannedTeam;
import dev.berth.plan.SecretNeed;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Who has which role on what in Google Cloud. */
final class IamRows {

  /** What a node needs to run at all; nobody else has a role on the project. */
  private static final String NODE_ROLE = "roles/container.defaultNodeServiceAccount";

  private static final String SECRET_READER = "roles/secretmanager.secretAccessor";
  private static final String OWN_BY_DEFAULT = "unless it says `own: none`";

  /** For a model provider's key that nobody named. */
  static final String KEY_BY_DEFAULT = "unless `apiKeys` names another";

  private IamRows() {}

  static Stream<AccessRow> of(Plan plan) {
    boolean google = plan.environment().secrets().inSecretManager();
    return Stream.concat(nodes(plan), plan.teams().stream().flatMap(team -> team(team, google)));
  }

  private static Stream<AccessRow> team(PlannedTeam team, boolean google) {
    return Stream.concat(
        together(team),
        team.agents().stream()
            .flatMap(
                agent ->
                    Stream.concat(
                        granted(agent, team.may()), google ? secrets(agent) : Stream.empty())));
  }

  private static Stream<AccessRow> nodes(Plan plan) {
    return plan.environment().gke().stream()
        .map(
            gke ->
                new AccessRow(
                    Layer.IAM,
                    Subject.NODES,
                    "write logs and metrics of",
                    ResourceWord.project(gke.project()),
                    NODE_ROLE,
                    plan.environment().from(),
                    "the least a node needs"));
  }

  /** What is granted once to all agents of a team. */
  private static Stream<AccessRow> together(PlannedTeam team) {
    Subject who = Subject.everyAgent(team.team().name());
    return team.may().stream().map(permission -> granted(who, permission));
  }

  /** What is granted to an agent itself: never again what its whole team has. */
  private static Stream<AccessRow> granted(PlannedAgent agent, List<Permission> together) {
    Subject who = Subject.agent(agent.id());
    return agent.may().stream()
        .filter(permission -> together.stream().noneMatch(all -> covers(all, permission)))
        .map(permission -> granted(who, permission));
  }

  private static boolean covers(Permission all, Permission one) {
    if (all instanceof Permission.SharedKnowledge wide
        && one instanceof Permission.SharedKnowledge narrow) {
      return wide.folder().equals(narrow.folder()) && wide.access().covers(narrow.access());
    }
    return all instanceof Permission.Granted wide
        && one instanceof Permission.Granted narrow
        && wide.grant().covers(narrow.grant());
  }

  private static AccessRow granted(Subject who, Permission permission) {
    Origin because = permission.because();
    if (permission instanceof Permission.OwnKnowledge own) {
      String why = because.equals(Origin.BUILT_IN) ? OWN_BY_DEFAULT : "";
      return folder(who, "folder/agents/" + who, own.access(), because, why);
    }
    if (permission instanceof Permission.SharedKnowledge shared) {
      return folder(who, ResourceWord.folder(shared.folder()), shared.access(), because, "");
    }
    return resource(who, ((Permission.Granted) permission).grant(), because);
  }

  private static AccessRow folder(
      Subject who, String folder, Access access, Origin because, String why) {
    String role =
        access == Access.READ_WRITE ? "roles/storage.objectUser" : "roles/storage.objectViewer";
    return new AccessRow(Layer.IAM, who, RoleWords.verb(access), folder, role, because, why);
  }

  private static AccessRow resource(Subject who, IamGrant grant, Origin because) {
    return new AccessRow(
        Layer.IAM,
        who,
        RoleCatalogue.builtIn()
            .role(grant.on().kind(), grant.role())
            .map(RoleCatalogue.Role::verb)
            .orElse("use " + grant.role() + " on"),
        grant.on().toString(),
        // A day that only berth check holds the grant to ends nothing by itself.
        grant.role()
            + grant
                .until()
                .filter(day -> grant.endsByItself())
                .map(day -> " until " + day)
                .orElse(""),
        because,
        grant.why()
            + grant
                .until()
                .filter(day -> !grant.endsByItself())
                .map(day -> ", remove after " + day)
                .orElse(""));
  }

  /** Once a secret, however many files it becomes. */
  private static Stream<AccessRow> secrets(PlannedAgent agent) {
    Map<SecretName, SecretNeed> needs = new TreeMap<>();
    agent.needs().forEach(need -> needs.putIfAbsent(need.secret(), need));
    return needs.values().stream()
        .map(
            need ->
                new AccessRow(
                    Layer.IAM,
                    Subject.agent(agent.id()),
                    "read",
                    ResourceWord.secret(need.secret()),
                    SECRET_READER,
                    need.because(),
                    SecretRows.why(need)));
  }
}
