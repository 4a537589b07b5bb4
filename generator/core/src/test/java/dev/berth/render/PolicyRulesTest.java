package dev.berth.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.berth.plan.KubernetesObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What no scanner notices about the objects, held here. */
class PolicyRulesTest {

  private final TemplateEngine engine = new TemplateEngine(Samples.templates());

  /** What an agent of GKE that declares nothing of its own has. */
  private static final Map<String, Object> BARE =
      Map.of(
          "dns", List.of("169.254.20.10/32", "169.254.169.254/32"),
          "metadata", false,
          "ranges", List.of(),
          "calls", List.of(),
          "callers", List.of(),
          "metrics", false,
          "closed", List.of());

  @Test
  void nobodyMayCallAnAgent() {
    Map<?, ?> spec = agentPolicy(Map.of());
    assertEquals(Set.of("Ingress", "Egress"), Set.copyOf((List<?>) spec.get("policyTypes")));
    // An empty list would be taken away by the API server, and every diff would show it.
    assertFalse(spec.containsKey("ingress"));
  }

  @Test
  void whoMayCallAnAgentReachesItsGatewayAndThoseWhoMeasureItsMetrics() {
    assertEquals(
        List.of(
            Map.of(
                "from", List.of(podsOf("returns")),
                "ports", List.of(Map.of("protocol", "TCP", "port", 18789))),
            Map.of(
                "from",
                List.of(
                    Map.of(
                        "namespaceSelector",
                        labels("kubernetes.io/metadata.name", "gmp-system"),
                        "podSelector",
                        labels("app.kubernetes.io/name", "collector"))),
                "ports",
                List.of(Map.of("protocol", "TCP", "port", 9464)))),
        agentPolicy(Map.of("callers", List.of("returns"), "metrics", true)).get("ingress"));
  }

  @Test
  void whomAnAgentCallsItReachesAtTheGatewayAlone() {
    assertEquals(
        Map.of(
            "to", List.of(podsOf("triage")),
            "ports", List.of(Map.of("protocol", "TCP", "port", 18789))),
        egress(Map.of("calls", List.of("triage"))).get(1));
  }

  @Test
  void everyWayOutNamesWhomAndWhichPort() {
    for (Object each : egress(object("agent/network-policy.yaml").values())) {
      Map<?, ?> rule = (Map<?, ?>) each;
      assertFalse(((List<?>) rule.get("to")).isEmpty());
      assertFalse(((List<?>) rule.get("ports")).isEmpty());
    }
  }

  @Test
  void anAddressIsOneAddressOrGooglesFour() {
    String text = agentPolicyText(Map.of("metadata", true, "ranges", List.of("199.36.153.4/30")));
    assertTrue(text.contains("cidr: 169.254.20.10/32") || text.contains("\"169.254.20.10/32\""));
    assertEquals(
        1,
        text.lines().filter(line -> line.contains("cidr:") && !line.contains("/32")).count(),
        text);
  }

  @Test
  void theMetadataServerIsReachedOnlyByThoseWhoMay() {
    assertEquals(2, egress(Map.of("metadata", true)).size());
    assertEquals(1, egress(Map.of()).size());
    assertFalse(agentPolicyText(Map.of()).contains("port: 80\n"));
  }

  @Test
  void whereNobodyEnforcesNamesAWaiverOpensWhatIsPublic() {
    Map<?, ?> rule = (Map<?, ?>) egress(Map.of("closed", List.of("10.0.0.0/8"))).get(1);
    assertEquals(
        List.of(Map.of("ipBlock", Map.of("cidr", "0.0.0.0/0", "except", List.of("10.0.0.0/8")))),
        rule.get("to"));
    assertEquals(List.of(Map.of("protocol", "TCP", "port", 443)), rule.get("ports"));
  }

  @Test
  void withNothingToSayOfEgressThePolicyClosesIt() {
    assertFalse(agentPolicy(Map.of("dns", List.of())).containsKey("egress"));
  }

  @Test
  void ciliumReadsTheQuestionsItLearnsAddressesFrom() {
    List<?> egress = (List<?>) spec("agent/cilium-network-policy.yaml").get("egress");
    Map<?, ?> dns = (Map<?, ?>) ((List<?>) ((Map<?, ?>) egress.get(0)).get("toPorts")).get(0);
    assertEquals(Map.of("dns", List.of(Map.of("matchPattern", "*"))), dns.get("rules"));
    Map<?, ?> names = (Map<?, ?>) egress.get(1);
    assertEquals(
        List.of(Map.of("matchName", "api.anthropic.com"), Map.of("matchPattern", "*.example.com")),
        names.get("toFQDNs"));
    assertEquals(
        List.of(Map.of("ports", List.of(Map.of("port", "443", "protocol", "TCP")))),
        names.get("toPorts"));
  }

  @Test
  void whatTheClusterDeniesItDeniesLastAndLeavesEachNeedToTheAgentsOwnPolicy() {
    List<?> rules = (List<?>) spec("cluster/cluster-network-policy.yaml").get("egress");
    assertEquals(
        List.of("dns Pass", "metadata-token Pass", "gateways-of-agents Pass"),
        rules.subList(0, 3).stream().map(PolicyRulesTest::nameAndAction).toList());
    Map<?, ?> last = (Map<?, ?>) rules.get(3);
    assertEquals("nothing-else-inside Deny", nameAndAction(last));
    assertFalse(last.containsKey("protocols"), "a denial of some ports leaves the others");
    assertEquals(4, rules.size());
    assertEquals(
        List.of(
            Map.of("namespaces", Map.of()),
            Map.of("networks", List.of("10.0.0.0/8")),
            Map.of("networks", List.of("fc00::/7"))),
        last.get("to"));
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

  private static String nameAndAction(Object rule) {
    Map<?, ?> map = (Map<?, ?>) rule;
    return map.get("name") + " " + map.get("action");
  }

  private static Map<String, Object> podsOf(String agent) {
    return Map.of("podSelector", labels("app.kubernetes.io/instance", agent));
  }

  private static Map<String, Object> labels(String key, String value) {
    return Map.of("matchLabels", Map.of(key, value));
  }

  private List<?> egress(Map<String, Object> values) {
    return (List<?>) agentPolicy(values).get("egress");
  }

  private Map<?, ?> agentPolicy(Map<String, Object> values) {
    return (Map<?, ?>) YamlParser.parse(agentPolicyText(values)).get("spec");
  }

  private String agentPolicyText(Map<String, Object> more) {
    Map<String, Object> values = new HashMap<>(object("agent/network-policy.yaml").values());
    values.putAll(BARE);
    values.putAll(more);
    return engine.render("kubernetes/agent/network-policy.yaml", values);
  }

  private Map<?, ?> spec(String template) {
    return (Map<?, ?>) YamlParser.parse(text(template)).get("spec");
  }

  private String text(String template) {
    return engine.render("kubernetes/" + template, object(template).values());
  }

  private static KubernetesObject object(String template) {
    return Stream.of(
            Samples.team("support"),
            Samples.agent(Samples.CUSTOMER),
            Samples.stores(Samples.CUSTOMER),
            Samples.elsewhere(Samples.CUSTOMER))
        .flatMap(List::stream)
        .filter(each -> each.template().equals(template))
        .findFirst()
        .orElseThrow();
  }
}
