package dev.berth.cli.mutation;

import static dev.berth.cli.mutation.Mutation.unseen;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** What keeps hand edits out of the cluster, taken away. */
final class GuardMutations {

  private static final String POLICY = "ValidatingAdmissionPolicy";
  private static final String BINDING = "ValidatingAdmissionPolicyBinding";
  private static final String NETWORK = "ClusterNetworkPolicy";
  private static final Map<String, Object> OURS =
      Map.of("matchLabels", Map.of("app.kubernetes.io/managed-by", "berth"));

  private GuardMutations() {}

  static List<Mutation> admission() {
    return List.of(
        unseen(
            "admission: no policy on pods",
            "admission-missing",
            mutant -> {
              mutant.drop(POLICY, "berth-pods");
              mutant.drop(BINDING, "berth-pods");
            }),
        unseen(
            "admission: fails open",
            "admission-lenient",
            mutant ->
                Mutant.put(mutant.of(POLICY, "berth-walls"), "Ignore", "spec", "failurePolicy")),
        unseen(
            "admission: only under a condition",
            "admission-lenient",
            mutant ->
                Mutant.put(
                    mutant.of(POLICY, "berth-walls"),
                    List.of(Map.of("name", "never", "expression", "false")),
                    "spec",
                    "matchConditions")),
        unseen(
            "admission: a policy without its binding",
            "admission-unbound",
            mutant -> mutant.drop(BINDING, "berth-rights")),
        unseen(
            "admission: a warning",
            "admission-unbound",
            mutant ->
                Mutant.put(
                    mutant.of(BINDING, "berth-pods"),
                    List.of("Warn", "Audit"),
                    "spec",
                    "validationActions")),
        unseen(
            "admission: other namespaces",
            "admission-unbound",
            mutant ->
                Mutant.put(
                    mutant.of(BINDING, "berth-pods"),
                    "helm",
                    "spec",
                    "matchResources",
                    "namespaceSelector",
                    "matchLabels",
                    "app.kubernetes.io/managed-by")),
        unseen(
            "admission: a namespace as it will be",
            "admission-unbound",
            mutant ->
                Mutant.put(
                    mutant.of(BINDING, "berth-namespaces"),
                    Map.of("namespaceSelector", OURS),
                    "spec",
                    "matchResources")));
  }

  static List<Mutation> network() {
    return List.of(
        ofNetwork("another tier", spec -> Mutant.put(spec, "Baseline", "tier")),
        ofNetwork(
            "other namespaces",
            spec ->
                Mutant.put(spec, Map.of("matchLabels", Map.of("a", "b")), "subject", "namespaces")),
        ofNetwork("accepts", spec -> Mutant.put(spec, "Accept", "egress", "0", "action")),
        ofNetwork("passes every port", spec -> Mutant.cut(spec, "egress", "0", "protocols")),
        ofNetwork("ends in Pass", spec -> Mutant.put(spec, "Pass", "egress", "1", "action")),
        ofNetwork(
            "denies one port",
            spec ->
                Mutant.put(
                    spec,
                    List.of(Map.of("tcp", Map.of("destinationPort", Map.of("number", 80)))),
                    "egress",
                    "1",
                    "protocols")),
        ofNetwork(
            "leaves pods out", spec -> Mutant.list(Mutant.at(spec, "egress", "1", "to")).remove(0)),
        ofNetwork(
            "leaves the metadata server out",
            spec ->
                Mutant.list(Mutant.at(spec, "egress", "1", "to", "1", "networks"))
                    .remove("169.254.0.0/16")),
        ofNetwork("denies nothing", spec -> Mutant.list(Mutant.at(spec, "egress")).clear()));
  }

  private static Mutation ofNetwork(String what, Consumer<Object> change) {
    return unseen(
            "cluster policy: " + what,
            "cluster-policy-open",
            mutant -> change.accept(Mutant.at(mutant.of(NETWORK, "berth"), "spec")))
        .with(GuardMutations::clusterPolicy);
  }

  /** As the template has it, with one way. */
  private static void clusterPolicy(Mutant mutant) {
    Map<String, Object> way =
        Map.of(
            "action", "Pass",
            "to", List.of(Map.of("namespaces", OURS)),
            "protocols",
                List.of(Map.of("tcp", Map.of("destinationPort", Map.of("number", 18789)))));
    List<String> inside =
        List.of("10.0.0.0/8", "100.64.0.0/10", "169.254.0.0/16", "172.16.0.0/12", "192.168.0.0/16");
    Map<String, Object> rest =
        Map.of(
            "action",
            "Deny",
            "to",
            List.of(Map.of("namespaces", Map.of()), Map.of("networks", inside)));
    mutant.add(
        NETWORK,
        "berth",
        Map.of(
            "kind",
            NETWORK,
            "metadata",
            Map.of("name", "berth"),
            "spec",
            Map.of(
                "tier", "Admin",
                "subject", Map.of("namespaces", OURS),
                "egress", List.of(way, rest))),
        false);
  }
}
