package dev.berth.cli.mutation;

import static dev.berth.cli.mutation.Mutation.seen;
import static dev.berth.cli.mutation.Mutation.unseen;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** What guards a namespace, who is who in it, and what people may do there. */
final class NamespaceMutations {

  private static final String TEAM = "support";
  private static final String ENFORCE = "pod-security.kubernetes.io/enforce";

  private NamespaceMutations() {}

  static List<Mutation> all() {
    List<Mutation> all = new ArrayList<>();
    all.addAll(guards());
    all.addAll(accounts());
    all.addAll(roles());
    all.addAll(bindings());
    return all;
  }

  private static List<Mutation> guards() {
    return List.of(
        unseen(
            "namespace: Pod Security labels",
            "namespace-unguarded",
            mutant ->
                Mutant.map(Mutant.at(mutant.of("Namespace", TEAM), "metadata", "labels"))
                    .keySet()
                    .removeIf(each -> each.startsWith("pod-security"))),
        unseen(
            "namespace: Pod Security privileged",
            "namespace-unguarded",
            mutant ->
                Mutant.put(
                    mutant.of("Namespace", TEAM), "privileged", "metadata", "labels", ENFORCE)),
        unseen("quota: missing", "quota-missing", mutant -> mutant.drop("ResourceQuota", "team")),
        seen(
            "quota: limits.memory",
            "quota-missing",
            cut("ResourceQuota", "spec", "hard", "limits.memory")),
        unseen("quota: pods", "quota-missing", cut("ResourceQuota", "spec", "hard", "pods")),
        unseen(
            "limits: missing", "limit-range-missing", mutant -> mutant.drop("LimitRange", "team")),
        seen("limits: max", "limit-range-missing", cut("LimitRange", "spec", "limits", "0", "max")),
        seen(
            "limits: defaultRequest",
            "limit-range-missing",
            cut("LimitRange", "spec", "limits", "0", "defaultRequest")));
  }

  private static List<Mutation> accounts() {
    String kind = "ServiceAccount";
    String automount = "automountServiceAccountToken";
    return List.of(
        unseen(
            "account: default missing", "account-missing", mutant -> mutant.drop(kind, "default")),
        seen(
            "account: default automount not off",
            "account-token",
            mutant -> Mutant.cut(mutant.of(kind, "default"), automount)),
        unseen(
            "account: agent's own missing",
            "account-missing",
            mutant -> mutant.drop(kind, Mutant.AGENT)),
        unseen(
            "account: agent's automount not off",
            "account-token",
            mutant -> Mutant.cut(mutant.of(kind, Mutant.AGENT), automount)),
        seen(
            "account: automount on, pod and account",
            "token-mounted",
            mutant -> {
              Mutant.put(mutant.of(kind, Mutant.AGENT), true, automount);
              Mutant.put(mutant.pod(), true, automount);
            }));
  }

  private static List<Mutation> roles() {
    return List.of(
        seen("role: verbs *", "role-wide", put(List.of("*"), "verbs")),
        seen("role: resources *", "role-wide", put(List.of("*"), "resources")),
        seen("role: secrets get", "role-wide", add("secrets", "get")),
        seen("role: pods/exec create", "role-wide", add("pods/exec", "create")),
        unseen("role: pods/portforward create", "role-wide", add("pods/portforward", "create")),
        unseen("role: configmaps get", "role-wide", add("configmaps", "get", "list")),
        seen("role: pods create", "role-wide", put(List.of("get", "create"), "verbs")));
  }

  private static List<Mutation> bindings() {
    String kind = "RoleBinding";
    return List.of(
        unseen(
            "binding: system:authenticated",
            "binding-of-everybody",
            mutant ->
                Mutant.put(
                    Mutant.at(mutant.of(kind, "team"), "subjects", "0"),
                    "system:authenticated",
                    "name")),
        seen(
            "binding: default account",
            "binding-of-everybody",
            mutant ->
                Mutant.put(
                    mutant.of(kind, "team"),
                    List.of(Map.of("kind", "ServiceAccount", "name", "default", "namespace", TEAM)),
                    "subjects")),
        seen("binding: ClusterRole admin", "binding-of-cluster-role", ref("ClusterRole", "admin")),
        seen(
            "binding: ClusterRole cluster-admin",
            "binding-of-cluster-role",
            ref("ClusterRole", "cluster-admin")),
        unseen("binding: role does not exist", "binding-of-nothing", ref("Role", "nobody")));
  }

  private static Consumer<Mutant> cut(String kind, String... path) {
    return mutant -> Mutant.cut(mutant.of(kind, "team"), path);
  }

  /** In the rule about pods. */
  private static Consumer<Mutant> put(Object value, String key) {
    return mutant -> Mutant.put(Mutant.at(mutant.of("Role", "team"), "rules", "0"), value, key);
  }

  private static Consumer<Mutant> add(String resource, String... verbs) {
    return mutant ->
        Mutant.list(Mutant.at(mutant.of("Role", "team"), "rules"))
            .add(
                Map.of(
                    "apiGroups", List.of(""),
                    "resources", List.of(resource),
                    "verbs", List.of(verbs)));
  }

  private static Consumer<Mutant> ref(String kind, String name) {
    return mutant ->
        Mutant.put(
            mutant.of("RoleBinding", "team"),
            Map.of("apiGroup", "rbac.authorization.k8s.io", "kind", kind, "name", name),
            "roleRef");
  }
}
