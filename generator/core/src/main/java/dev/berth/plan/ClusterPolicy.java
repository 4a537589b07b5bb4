package dev.berth.plan;

import dev.berth.model.Environment;
import java.util.List;
import java.util.Map;

/**
 * What no policy of an agent can open, whatever its host names answer with: the inside of the
 * cluster and of the company. Policies of agents only add up, and an allowed name may resolve to a
 * private address; the Admin tier is judged before them
 * (https://network-policy-api.sigs.k8s.io/reference/spec).
 */
final class ClusterPolicy {

  private ClusterPolicy() {}

  /** Empty where the cluster does not have the kind. */
  static List<PlannedResource> of(Environment environment) {
    if (!environment.network().clusterNetworkPolicy()) {
      return List.of();
    }
    Map<String, Object> values =
        Inputs.of(
            "metadata", environment.gke().isPresent(),
            "inside", AddressRanges.INSIDE,
            "insideOfIpv6", AddressRanges.INSIDE_OF_IPV6);
    return List.of(
        new KubernetesObject(
            "kubernetes:policy.networking.k8s.io/v1alpha2:ClusterNetworkPolicy",
            "berth",
            "cluster/cluster-network-policy.yaml",
            "",
            values,
            environment.from()));
  }
}
