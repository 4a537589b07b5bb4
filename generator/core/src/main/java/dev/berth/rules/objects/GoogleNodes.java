package dev.berth.rules.objects;

import static dev.berth.rules.objects.ObjectRule.error;

import dev.berth.rules.objects.ObjectRule.Found;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The nodes agents run on and the network they lie in. */
final class GoogleNodes {

  private static final String POOL = "gcp:container/nodePool:NodePool";
  private static final String SUBNETWORK = "gcp:compute/subnetwork:Subnetwork";
  private static final String FIREWALL = "gcp:compute/firewall:Firewall";

  private static final String GUIDE =
      "https://cloud.google.com/kubernetes-engine/docs/how-to/hardening-your-cluster";
  private static final String VPC = "https://cloud.google.com/vpc/docs/firewalls";

  static final List<ObjectRule> RULES =
      List.of(
          nodes(
              "node-metadata",
              "through the metadata of its node a pod becomes the node",
              "write workloadMetadataConfig.mode: GKE_METADATA and disable-legacy-endpoints",
              new String[] {"workloadMetadataConfig", "mode", "GKE_METADATA"},
              new String[] {"metadata", "disable-legacy-endpoints", "true"}),
          nodes(
              "node-boot",
              "a node that cannot prove what it booted may be anybody's",
              "write imageType: COS_CONTAINERD and shieldedInstanceConfig with both",
              new String[] {"shieldedInstanceConfig", "enableSecureBoot", "true"},
              new String[] {"shieldedInstanceConfig", "enableIntegrityMonitoring", "true"},
              new String[] {"imageType", "COS_CONTAINERD"}),
          error(
              "node-account",
              "the default account of nodes may edit the project",
              GUIDE,
              "write serviceAccount: the account Berth makes for nodes",
              (set, found) ->
                  having(set).stream()
                      .filter(each -> each.at("nodeConfig", "serviceAccount").absent())
                      .forEach(
                          each ->
                              found.at(
                                  each, each.at("nodeConfig", "serviceAccount"), "is missing"))),
          error(
              "node-kubelet",
              "the read-only port of the kubelet tells everybody what runs where",
              "https://cloud.google.com/kubernetes-engine/docs/how-to/disable-kubelet-readonly-port",
              "write kubeletConfig.insecureKubeletReadonlyPortEnabled: FALSE",
              (set, found) ->
                  pools(
                      set,
                      found,
                      "FALSE",
                      "nodeConfig",
                      "kubeletConfig",
                      "insecureKubeletReadonlyPortEnabled")),
          error(
              "pool-unmanaged",
              "nodes that are not repaired and upgraded keep their holes",
              GUIDE,
              "write management with autoRepair and autoUpgrade",
              (set, found) -> {
                pools(set, found, "true", "management", "autoRepair");
                pools(set, found, "true", "management", "autoUpgrade");
              }),
          error(
              "pool-unbounded",
              "a pool that does not grow starves agents, and one without a ceiling costs without"
                  + " end",
              "https://cloud.google.com/kubernetes-engine/docs/concepts/cluster-autoscaler",
              "write autoscaling with totalMaxNodeCount",
              (set, found) -> pools(set, found, "[0-9]+", "autoscaling", "totalMaxNodeCount")),
          error(
              "pool-unlinked",
              "a pool that names its cluster by text is made before it, and no scanner links them",
              "https://cloud.google.com/kubernetes-engine/docs/concepts/node-pools",
              "refer to the planned cluster's name",
              GoogleNodes::linked),
          error(
              "subnetwork-unseen",
              "without flow logs nobody can say whom an agent called; without private access"
                  + " nodes call Google's APIs over the internet",
              "https://cloud.google.com/vpc/docs/flow-logs",
              "write logConfig and privateIpGoogleAccess: true",
              (set, found) ->
                  set.of(SUBNETWORK)
                      .forEach(
                          each -> {
                            if (each.at("logConfig").empty()) {
                              found.at(each, each.at("logConfig"), "is missing");
                            }
                            if (!each.at("privateIpGoogleAccess").is(true)) {
                              found.at(each, each.at("privateIpGoogleAccess"), "must be true");
                            }
                          })),
          error(
              "firewall-missing",
              "what is not denied in writing is one later rule away from being open",
              VPC,
              "keep the rule that denies all ingress",
              (set, found) -> {
                boolean network = set.of(SUBNETWORK).findAny().isPresent();
                if (network && set.of(FIREWALL).noneMatch(GoogleNodes::deniesAll)) {
                  found.at(set.ground(), new Field(FIREWALL, null), "that denies all is missing");
                }
              }),
          error(
              "firewall-open",
              "a firewall rule for every address is for strangers",
              VPC,
              "name the ranges that may call",
              (set, found) ->
                  set.of(FIREWALL)
                      .filter(each -> !each.at("allows").empty())
                      .filter(each -> each.at("sourceRanges").texts().contains("0.0.0.0/0"))
                      .forEach(each -> found.at(each, each.at("sourceRanges"), "is everybody"))));

  private GoogleNodes() {}

  /** Whatever says how nodes are: every pool, and the cluster for its first moments. */
  private static List<RenderedObject> having(ObjectSet set) {
    return Stream.concat(set.of(GoogleCluster.CLUSTER), set.of(POOL)).toList();
  }

  /** Each setting is a path and, last, what must stand there. */
  private static ObjectRule nodes(String id, String reason, String mend, String[]... settings) {
    return error(
        id,
        reason,
        GUIDE,
        mend,
        (set, found) -> {
          for (RenderedObject object : having(set)) {
            for (String[] setting : settings) {
              String wanted = setting[setting.length - 1];
              Field field = object.at("nodeConfig").at(Arrays.copyOf(setting, setting.length - 1));
              if (!field.text().equals(wanted)) {
                found.at(object, field, "must be " + wanted);
              }
            }
          }
        });
  }

  private static void pools(ObjectSet set, Found found, String wanted, String... path) {
    set.of(POOL)
        .filter(each -> !each.at(path).text().matches(wanted))
        .forEach(each -> found.at(each, each.at(path), "must be " + wanted));
  }

  private static void linked(ObjectSet set, Found found) {
    set.of(POOL)
        .forEach(
            pool -> {
              Field cluster = pool.at("cluster");
              boolean known =
                  set.of(GoogleCluster.CLUSTER)
                      .anyMatch(each -> cluster.text().equals("${" + each.name() + ".name}"));
              if (!known) {
                found.at(pool, cluster, cluster.shown());
              }
            });
  }

  private static boolean deniesAll(RenderedObject firewall) {
    return firewall.at("direction").is("INGRESS")
        && firewall.at("sourceRanges").texts().contains("0.0.0.0/0")
        && firewall.at("denies").items().stream().anyMatch(each -> each.at("protocol").is("all"));
  }
}
