package dev.berth.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.berth.check.FleetReader;
import dev.berth.diagnose.Checked;
import dev.berth.model.Fleet;
import dev.berth.model.HostCatalogue;
import dev.berth.source.SourceFile;
import dev.berth.source.Sources;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** One fleet and what exactly is planned for it: values that no law can tell from others. */
class PlannerTest {

  private static final String FLEET =
      """
      openclaw: 2026.9.6
      image: ghcr.io/openclaw/openclaw:2026.9.6-slim@sha256:%s
      environments:
        dev:
          target: gke
          project: acme-agents-dev
          region: europe-west1
          knowledge: { bucket: acme-knowledge, location: EU }
          pools:
            agents: { machine: e2-standard-4, nodes: 1-10, disk: 30Gi }
            spot: { machine: e2-standard-4, nodes: 0-6, disk: 40Gi, spot: true }
            sandbox: { machine: e2-standard-4, nodes: 0-4, disk: 30Gi, sandbox: gvisor }
      """
          .formatted("ab".repeat(32));

  private static final String TEAM =
      """
      owner: support@example.com
      quota: { cpu: 16, memory: 32Gi, agents: 6 }
      members: [ group:support@example.com ]
      knowledge: { faq: read-only, products: read-write }
      """;

  private static final String CUSTOMER =
      """
      model: anthropic/claude-sonnet-4-5
      limits: { cpu: 1, memory: 2Gi, disk: 10Gi }
      channels:
        telegram: { botToken: customer-telegram }
      knowledge: { own: read-write, faq: read-only, products: read-write }
      egress: [ api.zendesk.com ]
      iam:
        - { role: roles/pubsub.publisher, on: topic/escalations, why: "hand over", until: 2027-03-31 }
      """;

  private static final String ALONE =
      """
      model: anthropic/claude-sonnet-4-5
      limits: { cpu: 1, memory: 2Gi, disk: 10Gi }
      knowledge: { own: none }
      pool: spot
      """;

  private static final String MEMBER =
      "[principal://iam.googleapis.com/projects/, "
          + Ref.PROJECT_NUMBER
          + ", /locations/global/workloadIdentityPools/acme-agents-dev.svc.id.goog"
          + "/subject/ns/support/sa/customer]";

  private final Plan plan = plan();

  private static Plan plan() {
    Checked<Fleet> read =
        new FleetReader()
            .read(
                Sources.of(
                    List.of(
                        SourceFile.of("fleet.yaml", FLEET),
                        SourceFile.of("agents/support/team.yaml", TEAM),
                        SourceFile.of("agents/support/customer.yaml", CUSTOMER),
                        SourceFile.of("agents/support/alone.yaml", ALONE),
                        SourceFile.of("souls/customer.md", "# Customer\n"),
                        SourceFile.of("souls/alone.md", "# Alone\n"))));
    assertEquals(List.of(), read.diagnostics());
    Fleet fleet = ((Checked.Good<Fleet>) read).value();
    return new Planner(HostCatalogue.builtIn()).plan(fleet, fleet.environments().get(0));
  }

  private PlannedAgent agent(String name) {
    return plan.agents().stream()
        .filter(each -> each.id().agent().text().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private Map<String, Object> of(String agent, String resource) {
    return inputs(agent(agent).resources(), "support/" + agent + "/" + resource);
  }

  private Map<String, Object> platform(String name) {
    return inputs(plan.platform(), name);
  }

  private GoogleResource resource(String name) {
    return plan.platform().stream()
        .filter(each -> each.name().equals(name))
        .map(GoogleResource.class::cast)
        .findFirst()
        .orElseThrow();
  }

  private static Map<String, Object> inputs(List<PlannedResource> among, String name) {
    return among.stream()
        .filter(each -> each.name().equals(name))
        .map(GoogleResource.class::cast)
        .findFirst()
        .orElseThrow(
            () ->
                new AssertionError(
                    name + " in " + among.stream().map(PlannedResource::name).toList()))
        .inputs();
  }

  /** {@code inputs} says all of {@code expected}, each key to the letter. */
  private static void assertSays(Map<String, Object> expected, Map<String, Object> inputs) {
    expected.forEach((key, value) -> assertEquals(value, inputs.get(key), key));
  }

  private Set<String> calls(String agent) {
    return agent(agent).asks().stream()
        .map(way -> way.host().text())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void anAgentIsItsKubernetesServiceAccountAndNothingElse() {
    Joined member = (Joined) of("customer", "knowledge-own").get("member");
    assertEquals(MEMBER, member.parts().toString());
  }

  @Test
  void readingAndWritingAreTwoRoles() {
    assertEquals("roles/storage.objectUser", of("customer", "knowledge-own").get("role"));
    assertEquals("roles/storage.objectViewer", of("customer", "knowledge-faq").get("role"));
    assertEquals("roles/storage.objectUser", of("customer", "knowledge-products").get("role"));
  }

  @Test
  void aSharedFolderIsOnePlaceForThePlatformAndForEveryGrant() {
    assertEquals("faq/", platform("knowledge/faq").get("name"));
    assertEquals("faq/", of("customer", "knowledge-faq").get("managedFolder"));
    assertEquals("agents/support/customer/", of("customer", "knowledge").get("name"));
  }

  @Test
  void aGrantEndsAfterTheLastDayItIsGivenFor() {
    assertEquals(
        Inputs.of(
            "title", "until 2027-03-31",
            "expression", "request.time < timestamp(\"2027-04-01T00:00:00Z\")"),
        of("customer", "topic/escalations/pubsub.publisher").get("condition"));
  }

  @Test
  void secretsReachAnAgentUnderTheNamesItsConfigurationSays() {
    assertEquals(
        List.of("model-api-key", "telegram-bot-token"),
        agent("customer").needs().stream().map(SecretNeed::key).toList());
  }

  @Test
  void everyWayOutIsOneThatIsAskedFor() {
    assertEquals(
        new TreeSet<>(
            Set.of(
                "api.anthropic.com",
                "api.telegram.org",
                "api.zendesk.com",
                "pubsub.googleapis.com",
                "storage.googleapis.com")),
        calls("customer"));
    assertEquals(Set.of("api.anthropic.com"), calls("alone"));
  }

  @Test
  void anAgentWithoutGrantsHasNoWayToAskWhoItIs() {
    assertEquals(true, policy("customer").get("metadata"));
    assertEquals(false, policy("alone").get("metadata"));
  }

  private Map<String, Object> policy(String agent) {
    return agent(agent).resources().stream()
        .filter(KubernetesObject.class::isInstance)
        .map(KubernetesObject.class::cast)
        .filter(object -> object.template().equals("agent/network-policy.yaml"))
        .findFirst()
        .orElseThrow()
        .values();
  }

  @Test
  void theBucketIsNotForThePublicAndForgetsSlowly() {
    assertSays(
        Inputs.of(
            "publicAccessPrevention",
            "enforced",
            "uniformBucketLevelAccess",
            true,
            "forceDestroy",
            false,
            "versioning",
            Inputs.of("enabled", true),
            "softDeletePolicy",
            Inputs.of("retentionDurationSeconds", 604_800)),
        platform("acme-knowledge"));
    assertEquals(
        "[{action={type=Delete}, condition={withState=ARCHIVED, numNewerVersions=10,"
            + " daysSinceNoncurrentTime=30}}]",
        platform("acme-knowledge").get("lifecycleRules").toString());
  }

  @Test
  void foldersThatStillHoldKnowledgeAreNotDeleted() {
    assertEquals(false, platform("knowledge/faq").get("forceDestroy"));
    assertEquals(false, of("customer", "knowledge").get("forceDestroy"));
  }

  @Test
  void theClusterIsHardened() {
    assertSays(
        Inputs.of(
            "deletionProtection", true,
            "enableShieldedNodes", true,
            "enableLegacyAbac", false,
            "enableKubernetesAlpha", false,
            "enableIntranodeVisibility", true,
            "enableFqdnNetworkPolicy", true,
            "removeDefaultNodePool", true,
            "datapathProvider", "ADVANCED_DATAPATH",
            "networkPolicy", Inputs.of("enabled", false),
            "networkingMode", "VPC_NATIVE",
            "privateClusterConfig", Inputs.of("enablePrivateNodes", true),
            "controlPlaneEndpointsConfig",
                Inputs.of(
                    "dnsEndpointConfig", Inputs.of("allowExternalTraffic", true),
                    "ipEndpointsConfig", Inputs.of("enabled", false))),
        platform("berth-dev-cluster"));
    assertSays(
        Inputs.of(
            "workloadIdentityConfig", Inputs.of("workloadPool", "acme-agents-dev.svc.id.goog"),
            "masterAuth",
                Inputs.of("clientCertificateConfig", Inputs.of("issueClientCertificate", false)),
            "rbacBindingConfig",
                Inputs.of(
                    "enableInsecureBindingSystemAuthenticated", false,
                    "enableInsecureBindingSystemUnauthenticated", false),
            "authenticatorGroupsConfig",
                Inputs.of("securityGroup", "gke-security-groups@example.com"),
            "secretManagerConfig", Inputs.of("enabled", true),
            "securityPostureConfig",
                Inputs.of("mode", "BASIC", "vulnerabilityMode", "VULNERABILITY_BASIC"),
            "releaseChannel", Inputs.of("channel", "REGULAR"),
            "dnsConfig", Inputs.of("clusterDns", "CLOUD_DNS", "clusterDnsScope", "CLUSTER_SCOPE"),
            "loggingConfig",
                Inputs.of(
                    "enableComponents", List.of("SYSTEM_COMPONENTS", "WORKLOADS", "APISERVER"))),
        platform("berth-dev-cluster"));
  }

  @Test
  void whatHoldsKnowledgeOrWorkIsGuarded() {
    Set<String> guarded =
        plan.platform().stream()
            .map(GoogleResource.class::cast)
            .filter(GoogleResource::guarded)
            .map(PlannedResource::name)
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(
        new TreeSet<>(
            Set.of(
                "acme-knowledge",
                "berth-dev-cluster",
                "berth-dev-pool-agents",
                "berth-dev-pool-sandbox",
                "berth-dev-pool-spot",
                "knowledge/faq",
                "knowledge/products")),
        guarded);
  }

  @Test
  void everyNodeIsHardenedTheClustersFirstOnesToo() {
    Map<String, Object> hardened =
        Inputs.of(
            "serviceAccount", new Ref("berth-dev-nodes", "email"),
            "imageType", "COS_CONTAINERD",
            "metadata", Inputs.of("disable-legacy-endpoints", "true"),
            "workloadMetadataConfig", Inputs.of("mode", "GKE_METADATA"),
            "shieldedInstanceConfig",
                Inputs.of("enableSecureBoot", true, "enableIntegrityMonitoring", true));
    assertSays(hardened, nodes("berth-dev-cluster"));
    for (String pool : List.of("berth-dev-pool-agents", "berth-dev-pool-spot")) {
      assertSays(hardened, nodes(pool));
      assertEquals(
          Inputs.of("insecureKubeletReadonlyPortEnabled", "FALSE"),
          nodes(pool).get("kubeletConfig"));
      assertEquals(
          Inputs.of("autoRepair", true, "autoUpgrade", true), platform(pool).get("management"));
    }
  }

  @SuppressWarnings("unchecked")
  private Map<String, Object> nodes(String owner) {
    return (Map<String, Object>) platform(owner).get("nodeConfig");
  }

  @Test
  void spotNodesKeepAwayWhoDidNotAskForThem() {
    assertEquals(
        List.of(
            Inputs.of(
                "key", "cloud.google.com/gke-spot", "value", "true", "effect", "NO_SCHEDULE")),
        nodes("berth-dev-pool-spot").get("taints"));
    assertEquals(true, nodes("berth-dev-pool-spot").get("spot"));
    assertEquals(List.of(), nodes("berth-dev-pool-agents").get("taints"));
    String values = release("alone").values().toString();
    assertTrue(values.contains("cloud.google.com/gke-spot"), values);
  }

  private HelmRelease release(String agent) {
    return agent(agent).resources().stream()
        .filter(HelmRelease.class::isInstance)
        .map(HelmRelease.class::cast)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aSandboxedPoolRunsEachPodInAKernelOfItsOwn() {
    assertEquals(Inputs.of("type", "GVISOR"), nodes("berth-dev-pool-sandbox").get("sandboxConfig"));
    assertTrue(!nodes("berth-dev-pool-agents").containsKey("sandboxConfig"));
  }

  @Test
  void whatInputsDoNotReferToIsWaitedFor() {
    assertEquals(
        List.of("container.googleapis.com", "berth-dev-nodes-role"),
        resource("berth-dev-cluster").after());
    assertEquals(List.of("storage.googleapis.com"), resource("acme-knowledge").after());
  }

  /** Else every run would want to make the cluster anew: its first nodes are gone. */
  @Test
  void theSettingsOfTheClustersFirstNodesAreNotComparedAgain() {
    assertEquals(List.of("nodeConfig"), resource("berth-dev-cluster").ignored());
    assertEquals(List.of(), resource("acme-knowledge").ignored());
  }

  @Test
  void aPoolGrowsInTotalAndNotInEachZone() {
    assertEquals(
        Inputs.of("totalMinNodeCount", 1, "totalMaxNodeCount", 10, "locationPolicy", "BALANCED"),
        platform("berth-dev-pool-agents").get("autoscaling"));
    assertEquals(30, nodes("berth-dev-pool-agents").get("diskSizeGb"));
  }
}
