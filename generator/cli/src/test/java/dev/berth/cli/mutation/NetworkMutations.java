package dev.berth.cli.mutation;

import static dev.berth.cli.mutation.Mutation.seen;
import static dev.berth.cli.mutation.Mutation.unseen;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Who may call whom. No scanner notices any of these but three. */
final class NetworkMutations {

  private static final String KIND = "NetworkPolicy";
  private static final String DEFAULT_DENY = "default-deny";

  private NetworkMutations() {}

  static List<Mutation> all() {
    return List.of(
        unseen(
            "network: agent policy missing",
            "agent-policy-missing",
            mutant -> mutant.drop(KIND, Mutant.AGENT)),
        unseen(
            "network: default-deny missing",
            "default-deny-missing",
            mutant -> mutant.drop(KIND, DEFAULT_DENY)),
        seen(
            "network: both missing",
            "default-deny-missing",
            mutant -> {
              mutant.drop(KIND, Mutant.AGENT);
              mutant.drop(KIND, DEFAULT_DENY);
            }),
        unseen(
            "network: policyTypes Ingress only",
            "agent-policy-missing",
            put(List.of("Ingress"), "policyTypes")),
        seen(
            "network: selects nothing",
            "selects-nothing",
            put(
                Map.of("matchLabels", Map.of("app.kubernetes.io/instance", "nobody")),
                "podSelector")),
        unseen("network: egress 0.0.0.0/0", "egress-wide", out(to("0.0.0.0/0"))),
        unseen(
            "network: egress 0.0.0.0/1 + 128.0.0.0/1",
            "egress-wide",
            out(to("0.0.0.0/1", "128.0.0.0/1"))),
        unseen(
            "network: egress rule without to",
            "egress-open",
            out(Map.of("ports", List.of(Map.of("protocol", "TCP", "port", 443))))),
        unseen("network: egress [{}] (allow all)", "egress-open", put(List.of(Map.of()), "egress")),
        unseen(
            "network: ingress [{}] (allow all)", "ingress-open", put(List.of(Map.of()), "ingress")),
        unseen(
            "network: ingress from 0.0.0.0/0",
            "ingress-open",
            put(List.of(Map.of("from", List.of(range("0.0.0.0/0")))), "ingress")),
        unseen(
            "network: ingress from every namespace",
            "ingress-open",
            put(
                List.of(Map.of("from", List.of(Map.of("namespaceSelector", Map.of())))),
                "ingress")),
        unseen(
            "network: DNS egress",
            "names-unreachable",
            mutant ->
                Mutant.list(Mutant.at(mutant.of(KIND, Mutant.AGENT), "spec", "egress")).remove(0)));
  }

  private static Consumer<Mutant> put(Object value, String key) {
    return mutant -> Mutant.put(mutant.of(KIND, Mutant.AGENT), value, "spec", key);
  }

  private static Consumer<Mutant> out(Map<String, Object> rule) {
    return mutant ->
        Mutant.list(Mutant.at(mutant.of(KIND, Mutant.AGENT), "spec", "egress")).add(rule);
  }

  private static Map<String, Object> to(String... ranges) {
    return Map.of("to", List.of(ranges).stream().map(NetworkMutations::range).toList());
  }

  private static Map<String, Object> range(String cidr) {
    return Map.of("ipBlock", Map.of("cidr", cidr));
  }
}
