package dev.berth.rules.objects;

import static dev.berth.rules.objects.ObjectRule.error;

import dev.berth.diagnose.Severity;
import dev.berth.rules.objects.ObjectRule.Found;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The GKE cluster as Google's hardening guide and CIS GKE want it. */
final class GoogleCluster {

  static final String CLUSTER = "gcp:container/cluster:Cluster";

  private static final String GUIDE =
      "https://cloud.google.com/kubernetes-engine/docs/how-to/hardening-your-cluster";

  private static final Pattern PRIVATE =
      Pattern.compile("10\\..*|172\\.(?:1[6-9]|2[0-9]|3[01])\\..*|192\\.168\\..*");

  static final List<ObjectRule> RULES = rules();

  private GoogleCluster() {}

  private static List<ObjectRule> rules() {
    List<ObjectRule> rules = new ArrayList<>();
    rules.add(
        settings(
            "cluster-public-nodes",
            "a node with a public address is one firewall rule away from everybody",
            new Setting("privateClusterConfig.enablePrivateNodes", "true")));
    rules.add(
        error(
            "cluster-endpoint",
            "a control plane with an address is a door with only a lock",
            "https://cloud.google.com/kubernetes-engine/docs/concepts/network-isolation",
            "keep ipEndpointsConfig disabled in Cluster, and the DNS endpoint behind IAM",
            (set, found) -> set.of(CLUSTER).forEach(each -> endpoint(each, found))));
    rules.add(
        settings(
            "cluster-network",
            "without Dataplane V2 on a VPC-native network policies are text",
            new Setting("datapathProvider", "ADVANCED_DATAPATH"),
            new Setting("networkingMode", "VPC_NATIVE"),
            new Setting("networkPolicy.enabled", "false"),
            new Setting("enableFqdnNetworkPolicy", "true"),
            new Setting("enableIntranodeVisibility", "true"),
            new Setting("ipAllocationPolicy.clusterSecondaryRangeName", ".+"),
            new Setting("ipAllocationPolicy.servicesSecondaryRangeName", ".+")));
    rules.add(
        error(
            "cluster-identity",
            "without Workload Identity every pod has the rights of its node",
            "https://cloud.google.com/kubernetes-engine/docs/concepts/workload-identity",
            "write workloadIdentityConfig.workloadPool: PROJECT.svc.id.goog in Cluster",
            (set, found) ->
                set.of(CLUSTER)
                    .forEach(
                        each -> {
                          Field pool = each.at("workloadIdentityConfig", "workloadPool");
                          if (!pool.is(set.identities())) {
                            found.at(each, pool, "must be " + set.identities());
                          }
                        })));
    rules.add(
        settings(
            "cluster-shielded",
            "a node that cannot prove what it booted may be anybody's",
            new Setting("enableShieldedNodes", "true")));
    rules.add(
        settings(
            "cluster-default-pool",
            "the default pool has none of the settings of ours",
            new Setting("removeDefaultNodePool", "true")));
    rules.add(
        settings(
            "cluster-legacy",
            "ways in from before RBAC, and kinds that may change, are off",
            new Setting("enableLegacyAbac", "false"),
            new Setting("enableKubernetesAlpha", "false"),
            new Setting("masterAuth.clientCertificateConfig.issueClientCertificate", "false"),
            new Setting("rbacBindingConfig.enableInsecureBindingSystemAuthenticated", "false"),
            new Setting("rbacBindingConfig.enableInsecureBindingSystemUnauthenticated", "false")));
    rules.add(
        settings(
            "cluster-upgrades",
            "a cluster outside a channel is mended by nobody",
            new Setting("releaseChannel.channel", "RAPID|REGULAR|STABLE|EXTENDED")));
    rules.add(
        settings(
            "cluster-images",
            "a policy on images that the cluster does not ask is no policy",
            new Setting("binaryAuthorization.evaluationMode", "PROJECT_SINGLETON_POLICY_ENFORCE")));
    rules.add(
        settings(
            "cluster-posture",
            "what is known to be weak is reported by nobody",
            new Setting("securityPostureConfig.mode", "BASIC|ENTERPRISE")));
    rules.add(
        settings(
            "cluster-deletable",
            "one wrong command takes every agent's disk",
            new Setting("deletionProtection", "true")));
    rules.add(
        error(
            "cluster-unobserved",
            "without logs nobody can say what an agent or a person did",
            GUIDE,
            "write loggingConfig with SYSTEM_COMPONENTS, WORKLOADS and APISERVER, and"
                + " monitoringConfig with SYSTEM_COMPONENTS",
            (set, found) -> set.of(CLUSTER).forEach(each -> observed(each, found))));
    rules.add(
        new ObjectRule(
            "cluster-costs",
            Severity.WARNING,
            "what nobody is named for, nobody pays for and nobody switches off",
            "https://cloud.google.com/kubernetes-engine/docs/how-to/cost-allocations",
            "write resourceLabels and costManagementConfig in Cluster",
            true,
            (set, found) ->
                set.of(CLUSTER)
                    .flatMap(
                        each ->
                            Stream.of(each.at("resourceLabels"), each.at("costManagementConfig"))
                                .filter(Field::empty)
                                .map(field -> new Place(each, field)))
                    .forEach(each -> found.at(each.object(), each.field(), "is missing"))));
    return List.copyOf(rules);
  }

  private record Place(RenderedObject object, Field field) {}

  private record Setting(String path, String wanted) {}

  private static ObjectRule settings(String id, String reason, Setting... settings) {
    return error(
        id,
        reason,
        GUIDE,
        "set it in Cluster as Berth plans it",
        (set, found) -> {
          for (Setting each : settings) {
            set.of(CLUSTER)
                .forEach(
                    cluster -> {
                      Field field = cluster.at(each.path().split("\\."));
                      if (!field.text().matches(each.wanted())) {
                        found.at(cluster, field, "must be " + each.wanted());
                      }
                    });
          }
        });
  }

  /** No address at all; or a private one that only private addresses may call. */
  private static void endpoint(RenderedObject cluster, Found found) {
    Field addresses = cluster.at("controlPlaneEndpointsConfig", "ipEndpointsConfig", "enabled");
    Field inside = cluster.at("privateClusterConfig", "enablePrivateEndpoint");
    Field callers = cluster.at("masterAuthorizedNetworksConfig", "cidrBlocks");
    if (!addresses.is(false)) {
      found.at(cluster, addresses, "must be false");
    }
    if (inside.is(false)) {
      found.at(cluster, inside, "must be true");
    }
    callers.items().stream()
        .map(each -> each.at("cidrBlock"))
        .filter(each -> !PRIVATE.matcher(each.text()).matches())
        .forEach(each -> found.at(cluster, each, each.shown()));
  }

  private static void observed(RenderedObject cluster, Found found) {
    Field logs = cluster.at("loggingConfig", "enableComponents");
    if (!Set.copyOf(logs.texts())
        .containsAll(Set.of("SYSTEM_COMPONENTS", "WORKLOADS", "APISERVER"))) {
      found.at(cluster, logs, "must hold SYSTEM_COMPONENTS, WORKLOADS and APISERVER");
    }
    Field metrics = cluster.at("monitoringConfig", "enableComponents");
    if (!metrics.texts().contains("SYSTEM_COMPONENTS")) {
      found.at(cluster, metrics, "must hold SYSTEM_COMPONENTS");
    }
    for (String each : List.of("loggingService", "monitoringService")) {
      if (cluster.at(each).is("none")) {
        found.at(cluster, cluster.at(each), "must not be none");
      }
    }
  }
}
