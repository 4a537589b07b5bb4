package dev.berth.cli.mutation;

import static dev.berth.cli.mutation.Mutation.seen;
import static dev.berth.cli.mutation.Mutation.unseen;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The settings of the cluster, by the names Terraform has for them. */
final class ClusterMutations {

  static final String CLUSTER = "gcp:container/cluster:Cluster";

  private static final String NETWORK = "cluster-network";
  private static final String AUTHORIZED = "masterAuthorizedNetworksConfig";

  private ClusterMutations() {}

  static List<Mutation> all() {
    return List.of(
        seen(
            "container_cluster: private_cluster_config",
            "cluster-public-nodes",
            cut("privateClusterConfig")),
        seen("container_cluster: master_authorized_networks_config", "", cut(AUTHORIZED))
            .with(authorized("10.10.0.0/20"))
            .harmless("the control plane has no address that anybody could call"),
        seen("container_cluster: ip_allocation_policy", NETWORK, cut("ipAllocationPolicy")),
        seen("container_cluster: datapath_provider", NETWORK, cut("datapathProvider")),
        seen("container_cluster: network_policy", NETWORK, cut("networkPolicy")),
        seen(
            "container_cluster: enable_intranode_visibility",
            NETWORK,
            cut("enableIntranodeVisibility")),
        unseen(
            "container_cluster: workload_identity_config",
            "cluster-identity",
            cut("workloadIdentityConfig")),
        seen("container_cluster: node_config", "node-metadata", cut("nodeConfig")),
        unseen(
            "container_cluster: enable_shielded_nodes",
            "cluster-shielded",
            cut("enableShieldedNodes")),
        seen("container_cluster: release_channel", "cluster-upgrades", cut("releaseChannel")),
        unseen(
            "container_cluster: remove_default_node_pool",
            "cluster-default-pool",
            cut("removeDefaultNodePool")),
        seen("container_cluster: master_auth", "cluster-legacy", cut("masterAuth")),
        seen("container_cluster: authenticator_groups_config", "", cut("authenticatorGroupsConfig"))
            .harmless("a group that is named in RBAC gets less by it and nobody gets more"),
        seen(
            "container_cluster: binary_authorization",
            "cluster-images",
            cut("binaryAuthorization")),
        unseen("container_cluster: database_encryption", "key-unused", cut("databaseEncryption"))
            .with(PlatformMutations::keys),
        seen("container_cluster: resource_labels", "cluster-costs", cut("resourceLabels")),
        unseen(
            "container_cluster: security_posture_config",
            "cluster-posture",
            cut("securityPostureConfig")),
        unseen(
            "container_cluster: deletion_protection",
            "cluster-deletable",
            cut("deletionProtection")),
        unseen(
            "container_cluster: enable_fqdn_network_policy",
            NETWORK,
            cut("enableFqdnNetworkPolicy")),
        unseen(
            "container_cluster: control_plane_endpoints_config",
            "cluster-endpoint",
            cut("controlPlaneEndpointsConfig")),
        // Said with the newer setting, which names the components one by one.
        unseen("container_cluster: logging_service", "cluster-unobserved", cut("loggingConfig")),
        unseen(
            "container_cluster: monitoring_service", "cluster-unobserved", cut("monitoringConfig")),
        unseen(
            "container_cluster: cost_management_config",
            "cluster-costs",
            cut("costManagementConfig")),
        unseen("container_cluster: enable_legacy_abac", "cluster-legacy", cut("enableLegacyAbac")),
        seen(
            "container_cluster: private_cluster_config.enable_private_nodes = false",
            "cluster-public-nodes",
            put(false, "privateClusterConfig", "enablePrivateNodes")),
        unseen(
            "container_cluster: private_cluster_config.enable_private_endpoint = false",
            "cluster-endpoint",
            put(false, "privateClusterConfig", "enablePrivateEndpoint")),
        seen(
            "container_cluster: master_authorized_networks_config.cidr_blocks ="
                + " [{\"cidr_block\": \"0.0.0.0/0\", \"display_name\": \"all\"}]",
            "cluster-endpoint",
            authorized("0.0.0.0/0")),
        seen(
            "container_cluster: enable_legacy_abac = true",
            "cluster-legacy",
            put(true, "enableLegacyAbac")),
        seen(
            "container_cluster: enable_kubernetes_alpha = true",
            "cluster-legacy",
            put(true, "enableKubernetesAlpha")),
        seen(
            "container_cluster: logging_service = \"none\"",
            "cluster-unobserved",
            put("none", "loggingService")));
  }

  private static Consumer<Mutant> cut(String... path) {
    return mutant -> Mutant.cut(mutant.of(CLUSTER, ""), path);
  }

  private static Consumer<Mutant> put(Object value, String... path) {
    return mutant -> Mutant.put(mutant.of(CLUSTER, ""), value, path);
  }

  private static Consumer<Mutant> authorized(String range) {
    return put(Map.of("cidrBlocks", List.of(Map.of("cidrBlock", range))), AUTHORIZED);
  }
}
