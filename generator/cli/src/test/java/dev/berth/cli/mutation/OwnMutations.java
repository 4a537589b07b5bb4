package dev.berth.cli.mutation;

import static dev.berth.cli.mutation.Mutation.unseen;

import java.util.LinkedHashMap;
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

  /** Of other stores and clusters than this fleet's. */
  static List<Mutation> elsewhere() {
    return List.of(
        unseen(
                "cilium: a way to the whole world",
                "hosts-open",
                mutant ->
                    Mutant.list(Mutant.at(mutant.of("CiliumNetworkPolicy", "c"), "spec", "egress"))
                        .add(Map.of("toEntities", List.of("world"))))
            .with(OwnMutations::cilium),
        unseen(
                "cilium: a pattern for every host",
                "hosts-open",
                mutant ->
                    Mutant.put(
                        Mutant.at(mutant.of("CiliumNetworkPolicy", "c"), "spec", "egress", "0"),
                        List.of(Map.of("matchPattern", "*")),
                        "toFQDNs"))
            .with(OwnMutations::cilium),
        unseen(
                "secret store: a token of any agent",
                "role-wide",
                mutant ->
                    Mutant.cut(
                        Mutant.at(mutant.of("Role", "token-of-"), "rules", "0"), "resourceNames"))
            .with(OwnMutations::store),
        unseen(
                "secret store: for whoever asks",
                "binding-of-everybody",
                mutant ->
                    Mutant.put(
                        Mutant.at(mutant.of("RoleBinding", "token-of-"), "subjects", "0"),
                        "default",
                        "name"))
            .with(OwnMutations::store),
        unseen(
                "network: hosts are open, and what is inside too",
                "egress-wide",
                mutant ->
                    Mutant.cut(
                        Mutant.at(mutant.of("NetworkPolicy", Mutant.AGENT), "spec", "egress", "2"),
                        "to",
                        "0",
                        "ipBlock",
                        "except"))
            .with(OwnMutations::hosts));
  }

  private static void cilium(Mutant mutant) {
    Map<String, Object> ports = Map.of("ports", List.of(Map.of("port", "443", "protocol", "TCP")));
    mutant.addOfAgent(
        "CiliumNetworkPolicy",
        "c",
        Map.of(
            "kind", "CiliumNetworkPolicy",
            "metadata", named("c", "support"),
            "spec",
                Map.of(
                    "endpointSelector",
                    Map.of("matchLabels", Map.of("app.kubernetes.io/instance", Mutant.AGENT)),
                    "egress",
                    List.of(
                        Map.of(
                            "toFQDNs", List.of(Map.of("matchName", "api.example.com")),
                            "toPorts", List.of(ports))))));
  }

  private static void store(Mutant mutant) {
    String name = "token-of-" + Mutant.AGENT;
    mutant.addOfAgent(
        "Role",
        name,
        Map.of(
            "kind", "Role",
            "metadata", named(name, "support"),
            "rules",
                List.of(
                    Map.of(
                        "apiGroups", List.of(""),
                        "resources", List.of("serviceaccounts/token"),
                        "resourceNames", List.of(Mutant.AGENT),
                        "verbs", List.of("create")))));
    mutant.addOfAgent(
        "RoleBinding",
        name,
        Map.of(
            "kind", "RoleBinding",
            "metadata", named(name, "support"),
            "roleRef", Map.of("kind", "Role", "name", name),
            "subjects",
                List.of(
                    Map.of(
                        "kind", "ServiceAccount",
                        "name", "external-secrets-support",
                        "namespace", "external-secrets"))));
  }

  private static void hosts(Mutant mutant) {
    mutant.openHosts();
    List<Object> egress =
        Mutant.list(Mutant.at(mutant.of("NetworkPolicy", Mutant.AGENT), "spec", "egress"));
    while (egress.size() > 2) {
      egress.remove(2);
    }
    List<String> inside =
        List.of("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "169.254.0.0/16");
    egress.add(
        new LinkedHashMap<>(
            Map.of(
                "to",
                List.of(
                    new LinkedHashMap<>(
                        Map.of(
                            "ipBlock",
                            new LinkedHashMap<>(Map.of("cidr", "0.0.0.0/0", "except", inside))))),
                "ports",
                List.of(Map.of("protocol", "TCP", "port", 443)))));
  }

  static List<Mutation> ofPlatform() {
    return List.of(
        unseen(
            "bucket: what is deleted can be brought back for a week",
            "bucket-forgets",
            mutant ->
                Mutant.put(
                    mutant.of("gcp:storage/bucket:Bucket", ""),
                    604_800,
                    "softDeletePolicy",
                    "retentionDurationSeconds")),
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
