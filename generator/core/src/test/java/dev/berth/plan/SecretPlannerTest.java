package dev.berth.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What brings secrets into a pod, store by store. */
class SecretPlannerTest {

  private static final String VAULT = "{ store: vault, server: https://vault.example.com:8200 }";

  private static final List<Map<String, Object>> BOTH_KEYS =
      List.of(
          item("model-api-key", "model-api-key"), item("telegram-bot-token", "telegram-bot-token"));

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{ store: secret-manager }; secret-provider-class",
        "{ store: external-secrets };"
            + " token-role token-role-binding secret-store-google external-secret",
        VAULT + "; token-role token-role-binding secret-store-vault external-secret",
        "{ store: kubernetes }; ''",
      })
  void eachStoreMakesItsOwnObjectsAndNoOthers(String store, String made) {
    List<String> always = List.of("service-account", "network-policy", "fqdn-network-policy");
    assertEquals(
        made,
        String.join(
            " ",
            objects(new PlannedSample(store))
                .map(each -> each.name().substring("support/customer/".length()))
                .filter(name -> !always.contains(name))
                .toList()));
  }

  @Test
  void theAddOnReadsTheNewestVersionOfExactlyTheAgentsSecrets() {
    assertEquals(
        List.of(
            Inputs.of(
                "resourceName",
                "projects/acme-agents-dev/secrets/anthropic-api-key/versions/latest",
                "path",
                "model-api-key"),
            Inputs.of(
                "resourceName",
                "projects/acme-agents-dev/secrets/customer-telegram/versions/latest",
                "path",
                "telegram-bot-token")),
        object(new PlannedSample(), "secret-provider-class").get("secrets"));
  }

  @Test
  void externalSecretsAsksSecretManagerForThem() {
    PlannedSample sample = new PlannedSample("{ store: external-secrets }");
    assertEquals(
        List.of(
            Inputs.of("key", "model-api-key", "remote", "anthropic-api-key", "property", ""),
            Inputs.of("key", "telegram-bot-token", "remote", "customer-telegram", "property", "")),
        object(sample, "external-secret").get("secrets"));
    PlannedSample.assertSays(
        Inputs.of("project", "acme-agents-dev", "region", "europe-west1", "cluster", "berth-dev"),
        object(sample, "secret-store-google"));
  }

  @Test
  void vaultIsAskedForOnePathASecretUnderARoleOfTheAgentsOwn() {
    PlannedSample sample = new PlannedSample(VAULT);
    assertEquals(
        List.of(
            Inputs.of(
                "key", "model-api-key", "remote", "berth/anthropic-api-key", "property", "value"),
            Inputs.of(
                "key",
                "telegram-bot-token",
                "remote",
                "berth/customer-telegram",
                "property",
                "value")),
        object(sample, "external-secret").get("secrets"));
    PlannedSample.assertSays(
        Inputs.of(
            "server", "https://vault.example.com:8200",
            "mount", "secret",
            "role", "support.customer",
            "audience", "vault"),
        object(sample, "secret-store-vault"));
    assertEquals(
        """
        path "secret/data/berth/anthropic-api-key" { capabilities = ["read"] }
        path "secret/data/berth/customer-telegram" { capabilities = ["read"] }\
        """,
        VaultAccess.policy(sample.agent("customer").needs()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{ store: external-secrets }", VAULT})
  void onlyTheTeamsOwnControllerMaySpeakAsAnAgent(String store) {
    PlannedSample.assertSays(
        Inputs.of(
            "controller", "external-secrets-support", "controllerNamespace", "external-secrets"),
        object(new PlannedSample(store), "token-role-binding"));
  }

  @Test
  void thePodSeesTheKeysOfItsOwnSecretAndNoOther() {
    for (String store : List.of("{ store: external-secrets }", VAULT)) {
      assertEquals(
          List.of(Inputs.of("secret", "customer", "items", BOTH_KEYS)),
          volume(store).get("sources"));
    }
    assertEquals(
        List.of(
            Inputs.of(
                "secret", "anthropic-api-key", "items", List.of(item("value", "model-api-key"))),
            Inputs.of(
                "secret",
                "customer-telegram",
                "items",
                List.of(item("value", "telegram-bot-token")))),
        volume("{ store: kubernetes }").get("sources"));
    assertEquals("customer", volume("{ store: secret-manager }").get("className"));
  }

  @Test
  void aRightInSecretManagerIsGivenOnlyWhereSecretsAreThere() {
    for (String store : List.of("{ store: secret-manager }", "{ store: external-secrets }")) {
      assertEquals(2, grants(store), store);
    }
    for (String store : List.of(VAULT, "{ store: kubernetes }")) {
      assertEquals(0, grants(store), store);
    }
  }

  @Test
  void theAddOnIsOnOnlyWhereItIsUsed() {
    for (String store : List.of("{ store: external-secrets }", VAULT, "{ store: kubernetes }")) {
      assertEquals(
          Inputs.of("enabled", false, "rotationConfig", Inputs.of("enabled", false)),
          new PlannedSample(store).platform("berth-dev-cluster").get("secretManagerConfig"));
    }
  }

  private static long grants(String store) {
    return new PlannedSample(store)
        .agent("customer").resources().stream().filter(SecretGrant.class::isInstance).count();
  }

  private static Map<?, ?> volume(String store) {
    Map<?, ?> volume =
        new PlannedSample(store)
            .agent("customer").resources().stream()
                .filter(HelmRelease.class::isInstance)
                .map(each -> (Map<?, ?>) ((HelmRelease) each).values().get("secrets"))
                .findFirst()
                .orElseThrow();
    assertEquals(List.of("model-api-key", "telegram-bot-token"), volume.get("keys"));
    assertTrue(volume.containsKey("className") != volume.containsKey("sources"), store);
    return volume;
  }

  private static Map<String, Object> item(String key, String path) {
    return Inputs.of("key", key, "path", path);
  }

  private static Map<String, Object> object(PlannedSample sample, String name) {
    return objects(sample)
        .filter(each -> each.name().equals("support/customer/" + name))
        .findFirst()
        .orElseThrow()
        .values();
  }

  private static Stream<KubernetesObject> objects(PlannedSample sample) {
    return sample.agent("customer").resources().stream()
        .filter(KubernetesObject.class::isInstance)
        .map(KubernetesObject.class::cast);
  }
}
