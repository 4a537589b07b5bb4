package dev.berth.rules.objects;

import static dev.berth.rules.objects.ObjectRule.error;

import dev.berth.rules.objects.ObjectRule.Found;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Who may call whom, by NetworkPolicy: policies only add up, so each must be narrow. */
final class NetworkPolicies {

  private static final String POLICIES =
      "https://kubernetes.io/docs/concepts/services-networking/network-policies/";

  private static final String NAMESPACE = "kubernetes.io/metadata.name";

  /** Names and addresses of NodeLocal DNSCache, and of Google's APIs inside a perimeter. */
  private static final Map<String, Set<String>> RANGES =
      Map.of(
          "169.254.20.10/32", Set.of("53"),
          "169.254.169.254/32", Set.of("53", "80"),
          "169.254.169.252/32", Set.of("988"),
          "199.36.153.4/30", Set.of("443"),
          "199.36.153.8/30", Set.of("443"));

  /** What an opening to every public address must leave out at least. */
  private static final Set<String> INSIDE =
      Set.of("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "169.254.0.0/16");

  static final List<ObjectRule> RULES =
      List.of(
          error(
                  "default-deny-missing",
                  "where no policy selects a pod, everybody may call it and it everybody",
                  POLICIES + "#default-policies",
                  "add a NetworkPolicy with podSelector: {}, policyTypes: [Ingress, Egress] and no"
                      + " rule",
                  NetworkPolicies::defaultDeny)
              .binding(),
          error(
              "agent-policy-missing",
              "an agent without a policy of its own can call nobody, or is held by nobody",
              POLICIES,
              "add a NetworkPolicy that selects the agent's pod and names both policyTypes",
              NetworkPolicies::own),
          error(
              "policy-for-all",
              "a way that is opened for every pod is open for the agent that must not have it",
              POLICIES,
              "select one agent by its label app.kubernetes.io/instance",
              NetworkPolicies::forAll),
          error(
              "egress-open",
              "a way out without peers or ports leads to everything",
              POLICIES,
              "name peers under `to` and ports under `ports` in every egress rule",
              (set, found) -> ways(set, "egress", "to", found)),
          error(
              "egress-wide",
              "a range of addresses holds strangers, and the metadata server hands out tokens",
              POLICIES,
              "name hosts in the agent's file; ranges are for DNS, identity and Google's APIs",
              NetworkPolicies::ranges),
          error(
              "egress-namespace",
              "another team's pods are not this team's to call",
              POLICIES,
              "name pods of this namespace, or the servers of names in kube-system",
              (set, found) -> {
                peers(set, "egress", "to", Set.of("kube-system"), found);
                peersOf(set, "egress", "to")
                    .filter(each -> !each.field().at("namespaceSelector").absent())
                    .flatMap(
                        each ->
                            each.rule().at("ports").items().stream()
                                .filter(port -> !port(port).equals("53"))
                                .map(port -> new Peer(each.policy(), each.rule(), port)))
                    .forEach(each -> found.at(each.policy(), each.field(), "must be port 53"));
              }),
          error(
              "ingress-open",
              "who may call an agent may tell it what to do",
              POLICIES,
              "name pods of this namespace and a port, or leave ingress out",
              (set, found) -> {
                ways(set, "ingress", "from", found);
                peers(set, "ingress", "from", Set.of("gmp-system"), found);
                peersOf(set, "ingress", "from")
                    .filter(each -> !each.field().at("ipBlock").absent())
                    .forEach(each -> found.at(each.policy(), each.field(), "is an address"));
              }),
          error(
              "names-unreachable",
              "an agent that cannot ask for names reaches nobody",
              POLICIES,
              "add the egress rule for UDP and TCP port 53",
              NetworkPolicies::names));

  /** A peer, or what stands in its place, and the rule it belongs to. */
  private record Peer(RenderedObject policy, Field rule, Field field) {}

  private NetworkPolicies() {}

  private static List<RenderedObject> policies(ObjectSet set) {
    return set.of("NetworkPolicy").toList();
  }

  private static boolean denies(RenderedObject policy) {
    return Selector.of(policy.at("spec", "podSelector")).all()
        && policy.at("spec", "policyTypes").texts().containsAll(List.of("Ingress", "Egress"))
        && policy.at("spec", "ingress").empty()
        && policy.at("spec", "egress").empty();
  }

  private static void defaultDeny(ObjectSet set, Found found) {
    if (!set.platform() && policies(set).stream().noneMatch(NetworkPolicies::denies)) {
      found.at(set.ground(), new Field("NetworkPolicy", null), "that denies by default is missing");
    }
  }

  private static void own(ObjectSet set, Found found) {
    for (Pod pod : set.agents()) {
      boolean held =
          policies(set).stream()
              .filter(each -> !denies(each))
              .filter(each -> Selector.of(each.at("spec", "podSelector")).means(pod))
              .anyMatch(
                  each ->
                      each.at("spec", "policyTypes")
                          .texts()
                          .containsAll(List.of("Ingress", "Egress")));
      if (!held) {
        found.at(pod.owner(), pod.labels(), "are selected by no policy of both types");
      }
    }
  }

  private static void forAll(ObjectSet set, Found found) {
    for (RenderedObject each : policies(set)) {
      Field selector = each.at("spec", "podSelector");
      if (!denies(each)
          && selector.at("matchLabels", "app.kubernetes.io/instance").text().isEmpty()) {
        found.at(each, selector, "must be one agent's");
      }
    }
  }

  /** Every rule must say who and where. */
  private static void ways(ObjectSet set, String direction, String side, Found found) {
    for (RenderedObject policy : policies(set)) {
      for (Field rule : policy.at("spec", direction).items()) {
        if (rule.at(side).items().isEmpty()) {
          found.at(policy, rule.at(side), "is missing: the rule means everybody");
        } else if (rule.at("ports").items().isEmpty()) {
          found.at(policy, rule.at("ports"), "is missing: the rule means every port");
        }
      }
    }
  }

  private static Stream<Peer> peersOf(ObjectSet set, String direction, String side) {
    return policies(set).stream()
        .flatMap(
            policy ->
                policy.at("spec", direction).items().stream()
                    .flatMap(
                        rule ->
                            rule.at(side).items().stream()
                                .map(each -> new Peer(policy, rule, each))));
  }

  private static void ranges(ObjectSet set, Found found) {
    peersOf(set, "egress", "to")
        .filter(each -> !each.field().at("ipBlock").absent())
        .filter(each -> !isKnown(each) && !(set.hostsOpen() && isPublic(each)))
        .forEach(
            each -> {
              Field range = each.field().at("ipBlock", "cidr");
              found.at(each.policy(), range, range.shown());
            });
  }

  /** Whether the range is one of those, and called at its own ports alone. */
  private static boolean isKnown(Peer peer) {
    Set<String> ports = RANGES.getOrDefault(peer.field().at("ipBlock", "cidr").text(), Set.of());
    List<Field> called = peer.rule().at("ports").items();
    return !called.isEmpty() && called.stream().allMatch(each -> ports.contains(port(each)));
  }

  private static String port(Field port) {
    return port.at("endPort").absent() ? port.at("port").text() : "";
  }

  private static boolean isPublic(Peer peer) {
    return peer.field().at("ipBlock", "except").texts().containsAll(INSIDE);
  }

  private static void peers(
      ObjectSet set, String direction, String side, Set<String> namespaces, Found found) {
    peersOf(set, direction, side)
        .filter(each -> each.field().at("ipBlock").absent())
        .filter(each -> !isNarrow(each.field(), namespaces))
        .forEach(each -> found.at(each.policy(), each.field(), "means more than it must"));
  }

  /** Some pods of this namespace, or of one of {@code namespaces}, which belong to the cluster. */
  private static boolean isNarrow(Field peer, Set<String> namespaces) {
    Field namespace = peer.at("namespaceSelector");
    boolean near =
        namespace.absent() || namespaces.contains(namespace.at("matchLabels", NAMESPACE).text());
    return near && !Selector.of(peer.at("podSelector")).all();
  }

  private static void names(ObjectSet set, Found found) {
    for (Pod pod : set.agents()) {
      for (String protocol : List.of("UDP", "TCP")) {
        boolean asks =
            policies(set).stream()
                    .filter(each -> Selector.of(each.at("spec", "podSelector")).means(pod))
                    .flatMap(each -> each.at("spec", "egress").items().stream())
                    .flatMap(rule -> rule.at("ports").items().stream())
                    .anyMatch(port -> port.at("port").is(53) && port.at("protocol").is(protocol))
                || HostPolicies.asksForNames(set, pod);
        if (!asks) {
          found.at(pod.owner(), pod.labels(), "have no policy that opens " + protocol + " port 53");
        }
      }
    }
  }
}
