package dev.berth.access;

import dev.berth.model.Access;
import dev.berth.model.IamGrant;
import dev.berth.model.Origin;
import dev.berth.model.SecretName;
import dev.berth.model.SecretStore;
import dev.berth.plan.Permission;
import dev.berth.plan.Plan;
import dev.berth.plan.PlannedAgent;
import dev.berth.plan.SecretNeed;
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
    boolean google = secretsAreGoogles(plan.environment().secrets().kind());
    return Stream.concat(
        nodes(plan),
        plan.agents().stream()
            .flatMap(
                agent -> Stream.concat(granted(agent), google ? secrets(agent) : Stream.empty())));
  }

  private static boolean secretsAreGoogles(SecretStore.Kind kind) {
    return kind == SecretStore.Kind.SECRET_MANAGER || kind == SecretStore.Kind.EXTERNAL_SECRETS;
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

  private static Stream<AccessRow> granted(PlannedAgent agent) {
    Subject who = Subject.agent(agent.id());
    return agent.may().stream().map(permission -> granted(agent, who, permission));
  }

  private static AccessRow granted(PlannedAgent agent, Subject who, Permission permission) {
    Origin because = permission.because();
    if (permission instanceof Permission.OwnKnowledge own) {
      String why = because.equals(Origin.BUILT_IN) ? OWN_BY_DEFAULT : "";
      return folder(who, ResourceWord.own(agent.id()), own.access(), because, why);
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
        RoleWords.verb(grant.role()),
        grant.on().toString(),
        grant.role() + grant.until().map(day -> " until " + day).orElse(""),
        because,
        grant.why());
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
                    RoleWords.verb(SECRET_READER),
                    ResourceWord.secret(need.secret()),
                    SECRET_READER,
                    need.because(),
                    SecretRows.why(need)));
  }
}
