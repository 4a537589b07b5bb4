package dev.berth.rules.objects;

import static dev.berth.rules.objects.ObjectRule.error;

import dev.berth.rules.objects.ObjectRule.Found;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Whom an agent may call by name: FQDNNetworkPolicy of GKE, CiliumNetworkPolicy elsewhere. */
final class HostPolicies {

  /** One label may vary, below a name of at least two. */
  private static final Pattern NARROW =
      Pattern.compile("(?:\\*\\.)?[a-z0-9-]+(?:\\.[a-z0-9-]+)+\\.?");

  /** Of a CiliumNetworkPolicy's egress: the rest of what it can say opens more. */
  private static final Set<String> CILIUM = Set.of("toFQDNs", "toEndpoints", "toPorts");

  static final List<ObjectRule> RULES =
      List.of(
          error(
              "hosts-open",
              "a pattern that many names match is the internet",
              "https://cloud.google.com/kubernetes-engine/docs/how-to/fqdn-network-policies",
              "name hosts, or one label under a domain such as *.example.com, each with a port",
              (set, found) -> {
                set.of("FQDNNetworkPolicy").forEach(each -> google(each, found));
                set.of("CiliumNetworkPolicy").forEach(each -> cilium(each, found));
              }));

  private HostPolicies() {}

  private static void google(RenderedObject policy, Found found) {
    for (Field rule : policy.at("spec", "egress").items()) {
      List<Field> matches = rule.at("matches").items();
      if (matches.isEmpty()) {
        found.at(policy, rule.at("matches"), "is missing: the rule means everybody");
      }
      for (Field match : matches) {
        Field host = match.at("pattern").absent() ? match.at("name") : match.at("pattern");
        narrow(policy, host, found);
      }
      ports(policy, rule.at("ports"), rule.at("ports").items(), found);
    }
  }

  private static void cilium(RenderedObject policy, Found found) {
    if (!policy.at("spec", "ingress").empty()) {
      found.at(policy, policy.at("spec", "ingress"), "must be a NetworkPolicy's");
    }
    for (Field rule : policy.at("spec", "egress").items()) {
      rule.entries()
          .forEach(
              (key, field) -> {
                if (!CILIUM.contains(key)) {
                  found.at(policy, field, "opens more than hosts");
                }
              });
      rule.at("toFQDNs").items().stream()
          .map(
              each ->
                  each.at("matchName").absent() ? each.at("matchPattern") : each.at("matchName"))
          .forEach(each -> narrow(policy, each, found));
      rule.at("toEndpoints").items().stream()
          .filter(each -> !isKubeDns(each))
          .forEach(each -> found.at(policy, each, "must be the servers of names"));
      List<Field> ports =
          rule.at("toPorts").items().stream()
              .flatMap(each -> each.at("ports").items().stream())
              .toList();
      ports(policy, rule.at("toPorts"), ports, found);
    }
  }

  private static boolean isKubeDns(Field endpoint) {
    Field labels = endpoint.at("matchLabels");
    return labels.at("k8s:io.kubernetes.pod.namespace").is("kube-system")
        && !labels.at("k8s:k8s-app").absent();
  }

  private static void narrow(RenderedObject policy, Field host, Found found) {
    if (!NARROW.matcher(host.text()).matches()) {
      found.at(policy, host, host.shown());
    }
  }

  private static void ports(RenderedObject policy, Field at, List<Field> ports, Found found) {
    boolean two = ports.stream().allMatch(each -> Set.of("443", "53").contains(port(each)));
    if (ports.isEmpty() || !two) {
      found.at(policy, at, "must be 443, or 53 for names");
    }
  }

  private static String port(Field port) {
    return port.at("port").text();
  }

  /** Whether a Cilium policy lets {@code pod} ask for names. */
  static boolean asksForNames(ObjectSet set, Pod pod) {
    return set.of("CiliumNetworkPolicy")
        .filter(each -> Selector.of(each.at("spec", "endpointSelector")).means(pod))
        .flatMap(each -> each.at("spec", "egress").items().stream())
        .flatMap(each -> each.at("toPorts").items().stream())
        .flatMap(each -> each.at("ports").items().stream())
        .anyMatch(each -> port(each).equals("53"));
  }
}
