package dev.berth.plan;

import dev.berth.model.Agent;
import dev.berth.model.Environment;
import dev.berth.model.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What brings an agent's secrets into its pod, by the environment's store. */
final class SecretPlanner {

  /** The managed Secret Manager add-on's, not the open-source driver's. */
  private static final String CSI_DRIVER = "secrets-store-gke.csi.k8s.io";

  private final Environment environment;

  SecretPlanner(Environment environment) {
    this.environment = environment;
  }

  /** In the order they must be made; nothing for Secrets that Berth only refers to. */
  List<PlannedResource> objects(Agent agent, List<SecretNeed> needs) {
    if (needs.isEmpty()) {
      return List.of();
    }
    Origin because = needs.get(0).because();
    return switch (environment.secrets().kind()) {
      case SECRET_MANAGER ->
          List.of(
              AgentPlanner.object(
                  agent,
                  "secrets-store.csi.x-k8s.io/v1:SecretProviderClass",
                  "secret-provider-class",
                  because,
                  Map.of("secrets", needs.stream().map(this::delivered).toList())));
      case EXTERNAL_SECRETS ->
          copied(
              agent,
              because,
              "secret-store-google",
              google(),
              needs.stream().map(need -> fetched(need.key(), need.secret().text(), "")).toList());
      case VAULT ->
          copied(
              agent,
              because,
              "secret-store-vault",
              vault(agent),
              needs.stream()
                  .map(
                      need ->
                          fetched(need.key(), VaultAccess.path(need.secret()), SecretNeed.VALUE))
                  .toList());
      case KUBERNETES -> List.of();
    };
  }

  /** The chart's value {@code secrets}: which volume the first container of the pod sees. */
  Map<String, Object> delivery(Agent agent, List<SecretNeed> needs) {
    List<String> keys = needs.stream().map(SecretNeed::key).toList();
    String name = agent.id().agent().text();
    return switch (environment.secrets().kind()) {
      case SECRET_MANAGER -> Inputs.of("className", name, "driver", CSI_DRIVER, "keys", keys);
      case EXTERNAL_SECRETS, VAULT ->
          Inputs.of(
              "sources",
              List.of(
                  Inputs.of(
                      "secret", name, "items", keys.stream().map(key -> item(key, key)).toList())),
              "keys",
              keys);
      case KUBERNETES ->
          Inputs.of(
              "sources",
              needs.stream()
                  .map(
                      need ->
                          Inputs.of(
                              "secret",
                              need.secret().text(),
                              "items",
                              List.of(item(SecretNeed.VALUE, need.key()))))
                  .toList(),
              "keys",
              keys);
    };
  }

  private static Map<String, Object> item(String key, String path) {
    return Inputs.of("key", key, "path", path);
  }

  private Map<String, Object> delivered(SecretNeed need) {
    return Inputs.of(
        "resourceName",
        "projects/" + gke().project() + "/secrets/" + need.secret() + "/versions/latest",
        "path",
        need.key());
  }

  /**
   * A store that speaks as the agent, what is taken from it, and the controller's right to speak as
   * this one agent.
   */
  private List<PlannedResource> copied(
      Agent agent,
      Origin because,
      String storeTemplate,
      Map<String, Object> store,
      List<Map<String, Object>> secrets) {
    SecretController controller = SecretController.of(agent.id().team());
    List<PlannedResource> objects = new ArrayList<>();
    objects.add(
        AgentPlanner.object(
            agent, "rbac.authorization.k8s.io/v1:Role", "token-role", because, Map.of()));
    objects.add(
        AgentPlanner.object(
            agent,
            "rbac.authorization.k8s.io/v1:RoleBinding",
            "token-role-binding",
            because,
            Map.of(
                "controller",
                controller.account(),
                "controllerNamespace",
                controller.namespace())));
    objects.add(
        AgentPlanner.object(
            agent, "external-secrets.io/v1:SecretStore", storeTemplate, because, store));
    objects.add(
        AgentPlanner.object(
            agent,
            "external-secrets.io/v1:ExternalSecret",
            "external-secret",
            because,
            Map.of("secrets", secrets)));
    return List.copyOf(objects);
  }

  /**
   * @param property of the remote secret; empty text for all of it
   */
  private static Map<String, Object> fetched(String key, String remote, String property) {
    return Inputs.of("key", key, "remote", remote, "property", property);
  }

  private Map<String, Object> google() {
    PlatformNames names = PlatformNames.of(environment, gke());
    return Inputs.of("project", names.project(), "region", names.region(), "cluster", names.base());
  }

  private Map<String, Object> vault(Agent agent) {
    return Inputs.of(
        "server",
        environment.secrets().server().orElseThrow(),
        "mount",
        VaultAccess.MOUNT,
        "role",
        VaultAccess.role(agent.id()),
        "audience",
        VaultAccess.AUDIENCE);
  }

  private Environment.Gke gke() {
    return environment.gke().orElseThrow();
  }
}
