package dev.berth.access;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Which connections NetworkPolicy, FQDNNetworkPolicy and CiliumNetworkPolicy let through, by
 * Kubernetes' own rules: a pod that no policy selects is open, policies only add up, and between
 * two pods both must agree
 * (https://kubernetes.io/docs/concepts/services-networking/network-policies/).
 */
final class NetworkEdges {

  private final List<Made> policies = new ArrayList<>();
  private final List<Made> hostPolicies = new ArrayList<>();
  private final Map<String, Map<String, Object>> namespaces = new HashMap<>();
  private final List<Made> ciliumPolicies = new ArrayList<>();
  private final List<Pod> pods;
  private final AdminTier admin;

  NetworkEdges(List<Made> made, List<Pod> agents) {
    this.pods =
        Stream.of(
                agents.stream(),
                Pod.OF_THE_CLUSTER.stream(),
                agents.stream().map(Pod::namespace).distinct().map(Pod::bystander))
            .flatMap(each -> each)
            .toList();
    pods.forEach(pod -> namespaces.put(pod.namespace(), named(pod.namespace(), Map.of())));
    for (Made each : made) {
      switch (each.kind()) {
        case "NetworkPolicy" -> policies.add(each);
        case "FQDNNetworkPolicy" -> hostPolicies.add(each);
        case "CiliumNetworkPolicy" -> ciliumPolicies.add(each);
        case "Namespace" ->
            namespaces.put(
                each.objectName(),
                named(
                    each.objectName(),
                    Made.map(Made.map(each.inputs().get("metadata")).get("labels"))));
        default -> {}
      }
    }
    this.admin = new AdminTier(made, namespaces);
  }

  private static Map<String, Object> named(String name, Map<String, Object> labels) {
    Map<String, Object> all = new HashMap<>(labels);
    all.put("kubernetes.io/metadata.name", name);
    return all;
  }

  Stream<Edge> all() {
    return Stream.concat(
        pods.stream().flatMap(this::toPods),
        pods.stream()
            .filter(Pod::agent)
            .flatMap(
                agent ->
                    Stream.of(toOthers(agent), fromOthers(agent), toHosts(agent))
                        .flatMap(edges -> edges)));
  }

  /** Between two pods, one of them an agent: what the one may open and the other may take. */
  private Stream<Edge> toPods(Pod from) {
    return pods.stream()
        .filter(to -> !to.equals(from) && (from.agent() || to.agent()))
        .flatMap(
            to ->
                ways(from, to, "Egress")
                    .map(out -> admin.toPod(from, to, out))
                    .flatMap(out -> ways(to, from, "Ingress").map(out::and))
                    .filter(ports -> !ports.none())
                    .map(ports -> edge(from.word(), to.on(), ports)));
  }

  /** The ports of every rule of {@code pod} that names {@code peer}. */
  private Stream<Ports> ways(Pod pod, Pod peer, String direction) {
    if (!isolated(pod, direction)) {
      return Stream.of(Ports.every());
    }
    Stream<Ports> here =
        rules(pod, direction)
            .filter(rule -> rule.peers().stream().anyMatch(each -> names(rule, each, peer)))
            .map(Rule::ports);
    return direction.equals("Egress") ? Stream.concat(here, cilium(pod, peer)) : here;
  }

  private boolean names(Rule rule, Map<String, Object> peer, Pod pod) {
    if (peer.containsKey("ipBlock")) {
      return false;
    }
    boolean here =
        peer.containsKey("namespaceSelector")
            ? Selector.of(peer.get("namespaceSelector"))
                .selects(namespaces.getOrDefault(pod.namespace(), Map.of()))
            : rule.namespace().equals(pod.namespace());
    return here && Selector.of(peer.get("podSelector")).selects(pod.labels());
  }

  private Stream<Ports> cilium(Pod pod, Pod peer) {
    Map<String, Object> labels = new HashMap<>();
    peer.labels().forEach((key, value) -> labels.put("k8s:" + key, value));
    labels.put("k8s:io.kubernetes.pod.namespace", peer.namespace());
    return ciliumRules(pod)
        .filter(
            rule ->
                Made.list(rule.get("toEndpoints")).stream()
                    .anyMatch(each -> Selector.of(each).selects(labels)))
        .map(NetworkEdges::ciliumPorts);
  }

  /** To addresses, and to pods nobody here knows. */
  private Stream<Edge> toOthers(Pod pod) {
    if (!isolated(pod, "Egress")) {
      return Stream.of(edge(pod.word(), "anywhere", Ports.every()));
    }
    return rules(pod, "Egress")
        .flatMap(rule -> others(rule).flatMap(peer -> toOther(pod, peer, rule.ports())));
  }

  private Stream<Edge> toOther(Pod pod, Map<String, Object> peer, Ports ports) {
    if (!peer.containsKey("ipBlock")) {
      return Stream.of(edge(pod.word(), "pods " + peer, ports));
    }
    String range = Made.map(peer.get("ipBlock")).get("cidr").toString();
    Ports left = admin.toRange(pod, range, ports);
    return left.none()
        ? Stream.empty()
        : Stream.of(Addresses.edge(pod, Made.map(peer.get("ipBlock")), left));
  }

  private Stream<Edge> fromOthers(Pod pod) {
    if (!isolated(pod, "Ingress")) {
      return Stream.of(edge("anybody", pod.on(), Ports.every()));
    }
    return rules(pod, "Ingress")
        .flatMap(rule -> others(rule).map(who -> edge("from " + who, pod.on(), rule.ports())));
  }

  /** Peers that are none of the pods known here; an empty one for everybody. */
  private Stream<Map<String, Object>> others(Rule rule) {
    return rule.peers().isEmpty()
        ? Stream.of(Map.of())
        : rule.peers().stream()
            .filter(peer -> pods.stream().noneMatch(pod -> names(rule, peer, pod)));
  }

  private Stream<Edge> toHosts(Pod pod) {
    Stream<Edge> fqdn =
        hostPolicies.stream()
            .filter(policy -> selects(policy, "podSelector", pod))
            .flatMap(policy -> Made.list(policy.spec().get("egress")).stream())
            .map(Made::map)
            .flatMap(rule -> hosts(pod, rule.get("matches"), Ports.of(rule.get("ports"))));
    return Stream.concat(
        fqdn, ciliumRules(pod).flatMap(rule -> hosts(pod, rule.get("toFQDNs"), ciliumPorts(rule))));
  }

  private static Stream<Edge> hosts(Pod pod, Object matches, Ports ports) {
    return Made.list(matches).stream()
        .map(Made::map)
        .flatMap(match -> match.values().stream())
        .map(host -> edge(pod.word(), "host/" + host, ports));
  }

  private Stream<Map<String, Object>> ciliumRules(Pod pod) {
    return ciliumPolicies.stream()
        .filter(policy -> selects(policy, "endpointSelector", pod))
        .flatMap(policy -> Made.list(policy.spec().get("egress")).stream())
        .map(Made::map);
  }

  private static Ports ciliumPorts(Map<String, Object> rule) {
    return Ports.of(
        Made.list(rule.get("toPorts")).stream()
            .flatMap(each -> Made.list(Made.map(each).get("ports")).stream())
            .toList());
  }

  private boolean isolated(Pod pod, String direction) {
    return policies.stream()
        .filter(policy -> selects(policy, "podSelector", pod))
        .anyMatch(policy -> Made.list(policy.spec().get("policyTypes")).contains(direction));
  }

  private Stream<Rule> rules(Pod pod, String direction) {
    boolean out = direction.equals("Egress");
    return policies.stream()
        .filter(policy -> selects(policy, "podSelector", pod))
        .flatMap(
            policy ->
                Made.list(policy.spec().get(out ? "egress" : "ingress")).stream()
                    .map(Made::map)
                    .map(
                        rule ->
                            new Rule(
                                policy.namespace(),
                                Made.list(rule.get(out ? "to" : "from")).stream()
                                    .map(Made::map)
                                    .toList(),
                                Ports.of(rule.get("ports")))));
  }

  private static boolean selects(Made policy, String selector, Pod pod) {
    return policy.namespace().equals(pod.namespace())
        && Selector.of(policy.spec().get(selector)).selects(pod.labels());
  }

  private static Edge edge(String who, String on, Ports ports) {
    return new Edge(Layer.NETWORK, who, on, ports.toString());
  }

  /**
   * One rule of a policy.
   *
   * @param namespace the policy's, which a peer without a namespace means
   * @param peers none for everybody
   */
  private record Rule(String namespace, List<Map<String, Object>> peers, Ports ports) {}
}
