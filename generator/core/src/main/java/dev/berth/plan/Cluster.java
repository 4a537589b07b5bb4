package dev.berth.plan;

import dev.berth.model.Origin;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The GKE cluster, hardened as Google's guide and CIS GKE 1.9 ask
 * (https://cloud.google.com/kubernetes-engine/docs/how-to/hardening-your-cluster).
 *
 * @param securityGroup the Google group whose member groups may be named in RBAC, e.g. {@code
 *     gke-security-groups@example.com}; empty when no team names a group
 * @param secretAddOn whether pods get secrets from the managed Secret Manager add-on
 */
public record Cluster(
    PlatformNames names, Optional<String> securityGroup, boolean secretAddOn, Origin because)
    implements PlatformResource {

  @Override
  public String type() {
    return "gcp:container/cluster:Cluster";
  }

  @Override
  public String name() {
    return names.cluster();
  }

  @Override
  public Map<String, Object> inputs() {
    Map<String, Object> inputs = new LinkedHashMap<>();
    inputs.putAll(place());
    inputs.putAll(network());
    inputs.putAll(access());
    inputs.putAll(operation());
    return Collections.unmodifiableMap(inputs);
  }

  private Map<String, Object> place() {
    return Inputs.of(
        "project", names.project(),
        "name", names.base(),
        "location", names.region(),
        "removeDefaultNodePool", true,
        "initialNodeCount", 1,
        // Only for the short life of the default pool; scanners judge it all the same.
        "nodeConfig", NodePool.hardened(names),
        "resourceLabels", NodePool.labels(names));
  }

  private Map<String, Object> network() {
    return Inputs.of(
        "network",
        new Ref(names.base(), "id"),
        "subnetwork",
        new Ref(names.subnetwork(), "id"),
        "networkingMode",
        "VPC_NATIVE",
        "datapathProvider",
        "ADVANCED_DATAPATH",
        "enableFqdnNetworkPolicy",
        true,
        "networkPolicy",
        Inputs.of("enabled", false),
        "enableIntranodeVisibility",
        true,
        "ipAllocationPolicy",
        Inputs.of(
            "clusterSecondaryRangeName", Subnetwork.PODS,
            "servicesSecondaryRangeName", Subnetwork.SERVICES),
        "privateClusterConfig",
        Inputs.of("enablePrivateNodes", true),
        // The control plane answers at a DNS name guarded by IAM, and at no address.
        "controlPlaneEndpointsConfig",
        Inputs.of(
            "dnsEndpointConfig", Inputs.of("allowExternalTraffic", true),
            "ipEndpointsConfig", Inputs.of("enabled", false)),
        "dnsConfig",
        Inputs.of("clusterDns", "CLOUD_DNS", "clusterDnsScope", "CLUSTER_SCOPE"));
  }

  private Map<String, Object> access() {
    Map<String, Object> inputs = new LinkedHashMap<>();
    inputs.putAll(
        Inputs.of(
            "workloadIdentityConfig", Inputs.of("workloadPool", names.workloadPool()),
            "enableShieldedNodes", true,
            "enableLegacyAbac", false,
            "enableKubernetesAlpha", false,
            "masterAuth",
                Inputs.of("clientCertificateConfig", Inputs.of("issueClientCertificate", false)),
            "rbacBindingConfig",
                Inputs.of(
                    "enableInsecureBindingSystemAuthenticated", false,
                    "enableInsecureBindingSystemUnauthenticated", false),
            "secretManagerConfig", secretManager(),
            // The project's policy says which images may run. Until its owner writes one, all may
            // (https://cloud.google.com/binary-authorization/docs/configure-policy-gke).
            "binaryAuthorization", Inputs.of("evaluationMode", "PROJECT_SINGLETON_POLICY_ENFORCE"),
            "securityPostureConfig",
                Inputs.of("mode", "BASIC", "vulnerabilityMode", "VULNERABILITY_BASIC")));
    securityGroup.ifPresent(
        group -> inputs.put("authenticatorGroupsConfig", Inputs.of("securityGroup", group)));
    return inputs;
  }

  /**
   * Without rotation: it would read every mounted secret every two minutes for nothing, since an
   * agent's first container copies its secrets once, when the pod starts.
   */
  private Map<String, Object> secretManager() {
    return Inputs.of("enabled", secretAddOn, "rotationConfig", Inputs.of("enabled", false));
  }

  private Map<String, Object> operation() {
    return Inputs.of(
        "releaseChannel", Inputs.of("channel", "REGULAR"),
        // Weekends from midnight to eight, UTC: GKE wants 48 hours in every 32 days.
        "maintenancePolicy",
            Inputs.of(
                "recurringWindow",
                Inputs.of(
                    "startTime", "2026-01-03T00:00:00Z",
                    "endTime", "2026-01-03T08:00:00Z",
                    "recurrence", "FREQ=WEEKLY;BYDAY=SA,SU")),
        "loggingConfig",
            Inputs.of("enableComponents", List.of("SYSTEM_COMPONENTS", "WORKLOADS", "APISERVER")),
        "monitoringConfig",
            Inputs.of(
                "enableComponents", List.of("SYSTEM_COMPONENTS"),
                "managedPrometheus", Inputs.of("enabled", true)),
        "costManagementConfig", Inputs.of("enabled", true),
        "deletionProtection", true);
  }

  @Override
  public boolean guarded() {
    return true;
  }

  @Override
  public List<String> after() {
    return List.of(ApiService.CONTAINER, ApiService.BINARY_AUTHORIZATION, names.nodes() + "-role");
  }

  /** The default pool is gone after creation, and its settings with it. */
  @Override
  public List<String> ignored() {
    return List.of("nodeConfig");
  }
}
