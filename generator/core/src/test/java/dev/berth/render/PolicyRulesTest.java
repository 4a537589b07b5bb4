package dev.berth.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.berth.plan.KubernetesObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What no scanner notices about the objects, held here. */
class PolicyRulesTest {

  private final TemplateEngine engine = new TemplateEngine(Samples.templates());

  @Test
  void nobodyMayCallAnAgent() {
    Map<?, ?> spec = agentPolicy(true);
    assertEquals(Set.of("Ingress", "Egress"), Set.copyOf((List<?>) spec.get("policyTypes")));
    assertFalse(spec.containsKey("ingress"));
  }

  @Test
  void everyWayOutNamesWhomAndWhichPort() {
    for (Object each : (List<?>) agentPolicy(true).get("egress")) {
      Map<?, ?> rule = (Map<?, ?>) each;
      assertFalse(((List<?>) rule.get("to")).isEmpty());
      assertFalse(((List<?>) rule.get("ports")).isEmpty());
    }
  }

  @Test
  void anAddressIsOneAddress() {
    String text = agentPolicyText(true);
    assertTrue(text.contains("cidr: 169.254.20.10/32"));
    assertEquals(
        0, text.lines().filter(line -> line.contains("cidr:") && !line.endsWith("/32")).count());
  }

  @Test
  void theMetadataServerIsReachedOnlyByThoseWhoMay() {
    assertEquals(2, ((List<?>) agentPolicy(true).get("egress")).size());
    assertEquals(1, ((List<?>) agentPolicy(false).get("egress")).size());
    assertFalse(agentPolicyText(false).contains("port: 80\n"));
  }

  @Test
  void aTeamStartsWithNothingAllowed() {
    Map<?, ?> spec = spec("team/network-policy.yaml");
    assertEquals(Map.of(), spec.get("podSelector"));
    assertEquals(Set.of("Ingress", "Egress"), Set.copyOf((List<?>) spec.get("policyTypes")));
    assertFalse(spec.containsKey("egress") || spec.containsKey("ingress"));
  }

  @Test
  void namesAreReachedOnHttpsAlone() {
    Map<?, ?> rule =
        (Map<?, ?>) ((List<?>) spec("agent/fqdn-network-policy.yaml").get("egress")).get(0);
    assertEquals(List.of(Map.of("protocol", "TCP", "port", 443)), rule.get("ports"));
    assertEquals(
        List.of(
            Map.of("name", "api.anthropic.com"),
            Map.of("name", "discord.com"),
            Map.of("pattern", "*.example.com")),
        rule.get("matches"));
  }

  @Test
  void aTeamsMembersReadPodsAndLogsAndNothingElse() {
    assertEquals(
        List.of(
            Map.of(
                "apiGroups", List.of(""),
                "resources", List.of("pods"),
                "verbs", List.of("get", "list", "watch")),
            Map.of(
                "apiGroups", List.of(""),
                "resources", List.of("pods/log"),
                "verbs", List.of("get"))),
        YamlParser.parse(text("team/role.yaml")).get("rules"));
  }

  @Test
  void noAccountBringsATokenAlong() {
    for (String account : List.of("team/service-account.yaml", "agent/service-account.yaml")) {
      assertEquals(false, YamlParser.parse(text(account)).get("automountServiceAccountToken"));
    }
  }

  @Test
  void secretsAreListedAsTheDriverReadsThem() {
    Map<?, ?> parameters = (Map<?, ?>) spec("agent/secret-provider-class.yaml").get("parameters");
    assertEquals(
        "projects/acme-agents-dev/secrets/a-token/versions/latest",
        ((Map<?, ?>)
                ((List<?>) YamlParser.parse("s:\n" + parameters.get("secrets")).get("s")).get(0))
            .get("resourceName"));
  }

  @Test
  void aControllerMaySpeakAsOneAgentAndDoNothingElse() {
    assertEquals(
        List.of(
            Map.of(
                "apiGroups", List.of(""),
                "resources", List.of("serviceaccounts/token"),
                "resourceNames", List.of("customer"),
                "verbs", List.of("create"))),
        YamlParser.parse(text("agent/token-role.yaml")).get("rules"));
    assertEquals(
        List.of(
            Map.of(
                "kind", "ServiceAccount",
                "name", "external-secrets-support",
                "namespace", "external-secrets")),
        YamlParser.parse(text("agent/token-role-binding.yaml")).get("subjects"));
  }

  @Test
  void aStoreOfOneNamespaceSpeaksAsItsAgent() {
    for (String template :
        List.of("agent/secret-store-google.yaml", "agent/secret-store-vault.yaml")) {
      assertEquals("SecretStore", YamlParser.parse(text(template)).get("kind"), template);
      assertTrue(text(template).contains("serviceAccountRef:\n            name: \"customer\"\n"));
      assertFalse(text(template).contains("secretRef"), template);
    }
  }

  @Test
  void whatIsCopiedIsNamedOneByOne() {
    Map<?, ?> spec = spec("agent/external-secret.yaml");
    assertFalse(spec.containsKey("dataFrom"));
    assertEquals(
        List.of(
            Map.of(
                "secretKey",
                "discord-token",
                "remoteRef",
                Map.of("key", "berth/a-token", "property", "value")),
            Map.of("secretKey", "model-api-key", "remoteRef", Map.of("key", "a-key"))),
        spec.get("data"));
    assertEquals(Map.of("name", "customer", "creationPolicy", "Owner"), spec.get("target"));
  }

  private Map<?, ?> agentPolicy(boolean metadata) {
    return (Map<?, ?>) YamlParser.parse(agentPolicyText(metadata)).get("spec");
  }

  private String agentPolicyText(boolean metadata) {
    Map<String, Object> values = new HashMap<>(object("agent/network-policy.yaml").values());
    values.put("metadata", metadata);
    return engine.render("kubernetes/agent/network-policy.yaml", values);
  }

  private Map<?, ?> spec(String template) {
    return (Map<?, ?>) YamlParser.parse(text(template)).get("spec");
  }

  private String text(String template) {
    return engine.render("kubernetes/" + template, object(template).values());
  }

  private static KubernetesObject object(String template) {
    return java.util.stream.Stream.of(
            Samples.team("support"),
            Samples.agent(Samples.CUSTOMER),
            Samples.stores(Samples.CUSTOMER))
        .flatMap(List::stream)
        .filter(each -> each.template().equals(template))
        .findFirst()
        .orElseThrow();
  }
}
