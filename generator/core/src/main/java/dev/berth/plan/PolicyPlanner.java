package dev.berth.plan;

import dev.berth.model.Agent;
import dev.berth.model.Declared;
import dev.berth.model.Environment;
import dev.berth.model.HostCatalogue;
import dev.berth.model.HostName;
import dev.berth.model.HostRules;
import dev.berth.model.Name;
import dev.berth.model.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The policies around one agent's pod: what it may call, and who may call it. */
final class PolicyPlanner {

  /** NodeLocal DNSCache, where pods reach it by address: from gVisor, or with Cloud DNS. */
  private static final String NODE_LOCAL_DNS = "169.254.20.10/32";

  /** Cloud DNS for GKE, which pods are told to ask. */
  private static final String CLOUD_DNS = "169.254.169.254/32";

  private final HostCatalogue hosts;
  private final Environment environment;

  PolicyPlanner(HostCatalogue hosts, Environment environment) {
    this.hosts = hosts;
    this.environment = environment;
  }

  /**
   * In the order they must be made: what denies first.
   *
   * @param identity whether it may ask the GKE metadata server who it is
   * @param ways in the order they were asked for
   */
  List<KubernetesObject> plan(Agent agent, boolean identity, List<WayOut> ways) {
    List<KubernetesObject> policies = new ArrayList<>();
    policies.add(
        AgentPlanner.object(
            agent,
            "networking.k8s.io/v1:NetworkPolicy",
            "network-policy",
            agent.from(),
            Inputs.of(
                "dns", dns(),
                "metadata", identity,
                "ranges", ranges(ways),
                "calls", names(agent.calls()),
                "callers", names(agent.callers()),
                "metrics", environment.network().metrics(),
                "closed", closed(ways))));
    policies.addAll(fqdn(agent, through(Gate.FQDN_NETWORK_POLICY, ways)));
    List<WayOut> cilium = through(Gate.CILIUM_NETWORK_POLICY, ways);
    if (!cilium.isEmpty()) {
      policies.add(
          AgentPlanner.object(
              agent,
              "cilium.io/v2:CiliumNetworkPolicy",
              "cilium-network-policy",
              agent.from(),
              Inputs.of("names", texts(cilium, false), "patterns", texts(cilium, true))));
    }
    return policies;
  }

  /** The first is called after the agent, the others {@code <agent>.2} and so on: no agent is. */
  private List<KubernetesObject> fqdn(Agent agent, List<WayOut> ways) {
    List<KubernetesObject> policies = new ArrayList<>();
    for (List<WayOut> pack : HostPacks.of(ways, hosts)) {
      int number = policies.size() + 1;
      KubernetesObject policy =
          AgentPlanner.object(
              agent,
              "networking.gke.io/v1alpha1:FQDNNetworkPolicy",
              "fqdn-network-policy",
              agent.from(),
              Inputs.of(
                  "name", agent.id().agent() + (number == 1 ? "" : "." + number),
                  "names", texts(pack, false),
                  "patterns", texts(pack, true)));
      policies.add(number == 1 ? policy : policy.named(policy.name() + "-" + number));
    }
    return policies;
  }

  /**
   * Where names are asked by address. Cilium must see the question, so its own policy says where.
   */
  private List<String> dns() {
    if (environment.network().hostRules() == HostRules.CILIUM) {
      return List.of();
    }
    return environment.target() == Target.GKE
        ? List.of(NODE_LOCAL_DNS, CLOUD_DNS)
        : List.of(NODE_LOCAL_DNS);
  }

  private static List<String> ranges(List<WayOut> ways) {
    return ways.stream()
        .map(way -> way.gate().range())
        .flatMap(Optional::stream)
        .distinct()
        .sorted()
        .toList();
  }

  /** What stays closed where every public address is open; empty where none is. */
  private static List<String> closed(List<WayOut> ways) {
    return through(Gate.ANY_ADDRESS, ways).isEmpty() ? List.of() : AddressRanges.INSIDE;
  }

  private static List<WayOut> through(Gate gate, List<WayOut> ways) {
    return ways.stream().filter(way -> way.gate() == gate).toList();
  }

  private static List<String> texts(List<WayOut> ways, boolean wildcard) {
    return ways.stream()
        .map(WayOut::host)
        .filter(host -> host.wildcard() == wildcard)
        .sorted()
        .map(HostName::text)
        .toList();
  }

  private static List<String> names(List<Declared<Name>> agents) {
    return agents.stream().map(Declared::value).sorted().map(Name::text).toList();
  }
}
