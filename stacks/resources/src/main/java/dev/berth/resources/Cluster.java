package dev.berth.resources;

import com.pulumi.core.Output;
import com.pulumi.core.annotations.Export;
import com.pulumi.core.annotations.Import;
import com.pulumi.resources.CustomResource;
import com.pulumi.resources.CustomResourceOptions;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A GKE cluster. */
public final class Cluster extends CustomResource {

  public static final String TYPE = "gcp:container/cluster:Cluster";

  @Export(name = "name", refs = String.class, tree = "[0]")
  @Nullable Output<String> name;

  @Export(name = "location", refs = String.class, tree = "[0]")
  @Nullable Output<String> location;

  @Export(name = "selfLink", refs = String.class, tree = "[0]")
  @Nullable Output<String> selfLink;

  @Export(name = "endpoint", refs = String.class, tree = "[0]")
  @Nullable Output<String> endpoint;

  @Export(
      name = "controlPlaneEndpointsConfig",
      refs = {Map.class, String.class, Object.class},
      tree = "[0,1,2]")
  @Nullable Output<Map<String, Object>> controlPlaneEndpointsConfig;

  Cluster(String name, Args args, CustomResourceOptions options) {
    super(TYPE, name, args, options);
  }

  static final class Args extends FilledArgs {
    @Import @Nullable Output<Map<String, Object>> addonsConfig;
    @Import @Nullable Output<Boolean> allowNetAdmin;
    @Import @Nullable Output<Map<String, Object>> anonymousAuthenticationConfig;
    @Import @Nullable Output<Map<String, Object>> authenticatorGroupsConfig;
    @Import @Nullable Output<Map<String, Object>> autopilotClusterPolicyConfig;
    @Import @Nullable Output<List<Object>> autopilotPrivilegedAdmissions;
    @Import @Nullable Output<Map<String, Object>> binaryAuthorization;
    @Import @Nullable Output<Map<String, Object>> clusterAutoscaling;
    @Import @Nullable Output<String> clusterIpv4Cidr;
    @Import @Nullable Output<Map<String, Object>> clusterTelemetry;
    @Import @Nullable Output<Map<String, Object>> confidentialNodes;
    @Import @Nullable Output<Map<String, Object>> controlPlaneEndpointsConfig;
    @Import @Nullable Output<Map<String, Object>> costManagementConfig;
    @Import @Nullable Output<Map<String, Object>> databaseEncryption;
    @Import @Nullable Output<String> datapathProvider;
    @Import @Nullable Output<String> dataplaneOptimizationMode;
    @Import @Nullable Output<Integer> defaultMaxPodsPerNode;
    @Import @Nullable Output<Map<String, Object>> defaultSnatStatus;
    @Import @Nullable Output<String> deletionPolicy;
    @Import @Nullable Output<Boolean> deletionProtection;
    @Import @Nullable Output<String> description;
    @Import @Nullable Output<String> desiredEmulatedVersion;
    @Import @Nullable Output<Boolean> disableL4LbFirewallReconciliation;
    @Import @Nullable Output<Map<String, Object>> dnsConfig;
    @Import @Nullable Output<Boolean> enableAutopilot;
    @Import @Nullable Output<Boolean> enableCiliumClusterwideNetworkPolicy;
    @Import @Nullable Output<Boolean> enableFqdnNetworkPolicy;
    @Import @Nullable Output<Boolean> enableIntranodeVisibility;
    @Import @Nullable Output<Map<String, Object>> enableK8sBetaApis;
    @Import @Nullable Output<Boolean> enableKubernetesAlpha;
    @Import @Nullable Output<Boolean> enableL4IlbSubsetting;
    @Import @Nullable Output<Boolean> enableLegacyAbac;
    @Import @Nullable Output<Boolean> enableMultiNetworking;
    @Import @Nullable Output<Boolean> enableShieldedNodes;
    @Import @Nullable Output<Boolean> enableTpu;
    @Import @Nullable Output<Map<String, Object>> enterpriseConfig;
    @Import @Nullable Output<Map<String, Object>> fleet;
    @Import @Nullable Output<Map<String, Object>> gatewayApiConfig;
    @Import @Nullable Output<Map<String, Object>> gkeAutoUpgradeConfig;
    @Import @Nullable Output<Map<String, Object>> identityServiceConfig;
    @Import @Nullable Output<Boolean> ignoreNodeCountChanges;
    @Import @Nullable Output<String> inTransitEncryptionConfig;
    @Import @Nullable Output<Integer> initialNodeCount;
    @Import @Nullable Output<Map<String, Object>> ipAllocationPolicy;
    @Import @Nullable Output<String> location;
    @Import @Nullable Output<Map<String, Object>> loggingConfig;
    @Import @Nullable Output<String> loggingService;
    @Import @Nullable Output<Map<String, Object>> maintenancePolicy;
    @Import @Nullable Output<Map<String, Object>> managedMachineLearningDiagnosticsConfig;
    @Import @Nullable Output<Map<String, Object>> managedOpentelemetryConfig;
    @Import @Nullable Output<Map<String, Object>> masterAuth;
    @Import @Nullable Output<Map<String, Object>> masterAuthorizedNetworksConfig;
    @Import @Nullable Output<Map<String, Object>> meshCertificates;
    @Import @Nullable Output<String> minMasterVersion;
    @Import @Nullable Output<Map<String, Object>> monitoringConfig;
    @Import @Nullable Output<String> monitoringService;
    @Import @Nullable Output<String> name;
    @Import @Nullable Output<String> network;
    @Import @Nullable Output<Map<String, Object>> networkPerformanceConfig;
    @Import @Nullable Output<Map<String, Object>> networkPolicy;
    @Import @Nullable Output<String> networkingMode;
    @Import @Nullable Output<Map<String, Object>> nodeConfig;
    @Import @Nullable Output<Map<String, Object>> nodeCreationConfig;
    @Import @Nullable Output<List<Object>> nodeLocations;
    @Import @Nullable Output<Map<String, Object>> nodePoolAutoConfig;
    @Import @Nullable Output<Map<String, Object>> nodePoolDefaults;
    @Import @Nullable Output<List<Object>> nodePools;
    @Import @Nullable Output<String> nodeVersion;
    @Import @Nullable Output<Map<String, Object>> notificationConfig;
    @Import @Nullable Output<Map<String, Object>> podAutoscaling;
    @Import @Nullable Output<Map<String, Object>> podSecurityPolicyConfig;
    @Import @Nullable Output<Map<String, Object>> privateClusterConfig;
    @Import @Nullable Output<String> privateIpv6GoogleAccess;
    @Import @Nullable Output<String> project;
    @Import @Nullable Output<Map<String, Object>> protectConfig;
    @Import @Nullable Output<Map<String, Object>> rbacBindingConfig;
    @Import @Nullable Output<Map<String, Object>> releaseChannel;
    @Import @Nullable Output<Boolean> removeDefaultNodePool;
    @Import @Nullable Output<Map<String, Object>> resourceLabels;
    @Import @Nullable Output<Map<String, Object>> resourceUsageExportConfig;
    @Import @Nullable Output<Map<String, Object>> rollbackSafeUpgrade;
    @Import @Nullable Output<Map<String, Object>> secretManagerConfig;
    @Import @Nullable Output<Map<String, Object>> secretSyncConfig;
    @Import @Nullable Output<Map<String, Object>> securityPostureConfig;
    @Import @Nullable Output<Map<String, Object>> serviceExternalIpsConfig;
    @Import @Nullable Output<Boolean> skipNodePoolRefresh;
    @Import @Nullable Output<String> subnetwork;
    @Import @Nullable Output<Map<String, Object>> tpuConfig;
    @Import @Nullable Output<Map<String, Object>> userManagedKeysConfig;
    @Import @Nullable Output<Map<String, Object>> verticalPodAutoscaling;
    @Import @Nullable Output<Map<String, Object>> workloadAltsConfig;
    @Import @Nullable Output<Map<String, Object>> workloadIdentityConfig;
  }
}
