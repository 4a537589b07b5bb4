package dev.berth.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What exactly is planned for the platform: values that no law can tell from others. */
class PlatformPlannerTest {

  private final PlannedSample sample = new PlannedSample();

  @Test
  void theBucketIsNotForThePublicAndForgetsSlowly() {
    PlannedSample.assertSays(
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
            Inputs.of("retentionDurationSeconds", 2_592_000)),
        sample.platform("acme-knowledge"));
    assertEquals(
        "[{action={type=Delete}, condition={withState=ARCHIVED, daysSinceNoncurrentTime=90}}]",
        sample.platform("acme-knowledge").get("lifecycleRules").toString());
  }

  @Test
  void foldersThatStillHoldKnowledgeAreNotDeleted() {
    assertEquals(false, sample.platform("knowledge/faq").get("forceDestroy"));
    assertEquals(false, sample.of("customer", "knowledge").get("forceDestroy"));
  }

  @Test
  void theClusterIsHardened() {
    PlannedSample.assertSays(
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
        sample.platform("berth-dev-cluster"));
    PlannedSample.assertSays(
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
            "secretManagerConfig",
                Inputs.of("enabled", true, "rotationConfig", Inputs.of("enabled", false)),
            "binaryAuthorization", Inputs.of("evaluationMode", "PROJECT_SINGLETON_POLICY_ENFORCE"),
            "securityPostureConfig",
                Inputs.of("mode", "BASIC", "vulnerabilityMode", "VULNERABILITY_BASIC"),
            "releaseChannel", Inputs.of("channel", "REGULAR"),
            "dnsConfig", Inputs.of("clusterDns", "CLOUD_DNS", "clusterDnsScope", "CLUSTER_SCOPE"),
            "loggingConfig",
                Inputs.of(
                    "enableComponents", List.of("SYSTEM_COMPONENTS", "WORKLOADS", "APISERVER"))),
        sample.platform("berth-dev-cluster"));
  }

  @Test
  void whatHoldsKnowledgeOrWorkIsGuarded() {
    Set<String> guarded =
        sample.platform().stream()
            .filter(GoogleResource.class::isInstance)
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
    PlannedSample.assertSays(hardened, nodes("berth-dev-cluster"));
    for (String pool : List.of("berth-dev-pool-agents", "berth-dev-pool-spot")) {
      PlannedSample.assertSays(hardened, nodes(pool));
      assertEquals(
          Inputs.of("insecureKubeletReadonlyPortEnabled", "FALSE"),
          nodes(pool).get("kubeletConfig"));
      assertEquals(
          Inputs.of("autoRepair", true, "autoUpgrade", true),
          sample.platform(pool).get("management"));
    }
  }

  @SuppressWarnings("unchecked")
  private Map<String, Object> nodes(String owner) {
    return (Map<String, Object>) sample.platform(owner).get("nodeConfig");
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
    return sample.agent(agent).resources().stream()
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
        List.of(
            "container.googleapis.com",
            "binaryauthorization.googleapis.com",
            "berth-dev-nodes-role"),
        sample.resource("berth-dev-cluster").after());
    assertEquals(List.of("storage.googleapis.com"), sample.resource("acme-knowledge").after());
  }

  /** Else every run would want to make the cluster anew: its first nodes are gone. */
  @Test
  void theSettingsOfTheClustersFirstNodesAreNotComparedAgain() {
    assertEquals(List.of("nodeConfig"), sample.resource("berth-dev-cluster").ignored());
    assertEquals(List.of(), sample.resource("acme-knowledge").ignored());
  }

  @Test
  void nodesMayDoWhatNodesDoAndNothingElse() {
    PlannedSample.assertSays(
        Inputs.of("role", "roles/container.defaultNodeServiceAccount"),
        sample.platform("berth-dev-nodes-role"));
  }

  @Test
  void googlesApisAreAtTheRestrictedAddressesInTheNetworksOwnZone() {
    PlannedSample.assertSays(
        Inputs.of(
            "dnsName",
            "googleapis.com.",
            "visibility",
            "private",
            "privateVisibilityConfig",
            Inputs.of("networks", List.of(Inputs.of("networkUrl", new Ref("berth-dev", "id"))))),
        sample.platform("berth-dev-googleapis"));
    PlannedSample.assertSays(
        Inputs.of(
            "name",
            "restricted.googleapis.com.",
            "type",
            "A",
            "rrdatas",
            List.of("199.36.153.4", "199.36.153.5", "199.36.153.6", "199.36.153.7")),
        sample.platform("berth-dev-googleapis/restricted.googleapis.com"));
    PlannedSample.assertSays(
        Inputs.of(
            "name",
            "*.googleapis.com.",
            "type",
            "CNAME",
            "rrdatas",
            List.of("restricted.googleapis.com.")),
        sample.platform("berth-dev-googleapis/*.googleapis.com"));
  }

  @Test
  void nobodyComesInFromOutside() {
    PlannedSample.assertSays(
        Inputs.of(
            "direction",
            "INGRESS",
            "priority",
            65_000,
            "sourceRanges",
            List.of("0.0.0.0/0"),
            "denies",
            List.of(Inputs.of("protocol", "all"))),
        sample.platform("berth-dev-deny-ingress"));
  }

  @Test
  void aPoolGrowsInTotalAndNotInEachZone() {
    assertEquals(
        Inputs.of("totalMinNodeCount", 1, "totalMaxNodeCount", 10, "locationPolicy", "BALANCED"),
        sample.platform("berth-dev-pool-agents").get("autoscaling"));
    assertEquals(30, nodes("berth-dev-pool-agents").get("diskSizeGb"));
  }
}
