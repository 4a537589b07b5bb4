package dev.berth.cli.mutation;

import static dev.berth.cli.mutation.Mutation.unseen;

import java.util.List;
import java.util.Map;

/** What the report did not try and rules hold all the same. */
final class OwnMutations {

  private OwnMutations() {}

  static List<Mutation> ofTeam() {
    return List.of(
        unseen(
            "pod: a container for debugging",
            "debug-container",
            mutant ->
                Mutant.put(mutant.pod(), List.of(Map.of("name", "debug")), "ephemeralContainers")),
        unseen(
            "secret: a Secret is rendered",
            "secret-rendered",
            mutant ->
                mutant.add(
                    "Secret",
                    "x",
                    Map.of("kind", "Secret", "metadata", named("x", "support")),
                    false)),
        unseen(
            "network: the metadata server on another port",
            "egress-wide",
            mutant ->
                Mutant.list(Mutant.at(mutant.of("NetworkPolicy", Mutant.AGENT), "spec", "egress"))
                    .add(
                        Map.of(
                            "to", List.of(Map.of("ipBlock", Map.of("cidr", "169.254.169.254/32"))),
                            "ports", List.of(Map.of("protocol", "TCP", "port", 8080))))),
        unseen(
            "network: egress to another team",
            "egress-namespace",
            mutant ->
                Mutant.list(Mutant.at(mutant.of("NetworkPolicy", Mutant.AGENT), "spec", "egress"))
                    .add(
                        Map.of(
                            "to",
                            List.of(
                                Map.of(
                                    "namespaceSelector",
                                    Map.of(
                                        "matchLabels",
                                        Map.of("kubernetes.io/metadata.name", "sales")))),
                            "ports",
                            List.of(Map.of("protocol", "TCP", "port", 18789))))),
        unseen(
            "network: the agent's policy for every pod",
            "policy-for-all",
            mutant ->
                Mutant.put(
                    mutant.of("NetworkPolicy", Mutant.AGENT), Map.of(), "spec", "podSelector")),
        unseen(
            "network: a pattern for every host",
            "hosts-open",
            mutant ->
                Mutant.list(
                        Mutant.at(
                            mutant.of("FQDNNetworkPolicy", Mutant.AGENT),
                            "spec",
                            "egress",
                            "0",
                            "matches"))
                    .add(Map.of("pattern", "*"))),
        unseen(
            "namespace: a kind nobody judges",
            "kind-unjudged",
            mutant ->
                mutant.add(
                    "Ingress",
                    "x",
                    Map.of("kind", "Ingress", "metadata", named("x", "support")),
                    false)),
        unseen(
            "namespace: an object in another team's",
            "namespace-foreign",
            mutant ->
                Mutant.put(mutant.of("RoleBinding", "team"), "sales", "metadata", "namespace")),
        unseen(
            "grant: to an agent of another team",
            "grant-member",
            mutant -> {
              Map<String, Object> grant =
                  mutant.of(GrantMutations.FOLDER, "support/" + Mutant.AGENT);
              String member = grant.get("member").toString();
              Mutant.put(grant, member.replace("/ns/support/", "/ns/sales/"), "member");
            }),
        unseen(
            "grant: one that replaces others",
            "grant-replaces",
            mutant ->
                mutant.add(
                    "gcp:storage/managedFolderIamBinding:ManagedFolderIamBinding",
                    "x",
                    Map.of("role", "roles/storage.objectViewer"),
                    false)));
  }

  static List<Mutation> ofPlatform() {
    return List.of(
        unseen(
            "firewall: SSH from everywhere",
            "firewall-open",
            mutant ->
                mutant.add(
                    "gcp:compute/firewall:Firewall",
                    "ssh",
                    Map.of(
                        "direction", "INGRESS",
                        "sourceRanges", List.of("0.0.0.0/0"),
                        "allows", List.of(Map.of("protocol", "tcp", "ports", List.of("22")))),
                    false)));
  }

  private static Map<String, Object> named(String name, String namespace) {
    return Map.of("name", name, "namespace", namespace);
  }
}
