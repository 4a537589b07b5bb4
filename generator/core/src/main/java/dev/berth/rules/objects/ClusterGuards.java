package dev.berth.rules.objects;

import static dev.berth.rules.objects.ObjectRule.error;

import dev.berth.rules.objects.ObjectRule.Found;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What the cluster itself holds against hand edits: its policies must judge, refuse and fit. */
final class ClusterGuards {

  private static final String ADMISSION =
      "https://kubernetes.io/docs/reference/access-authn-authz/validating-admission-policy/";
  private static final String NETWORK = "https://network-policy-api.sigs.k8s.io/reference/spec/";

  private static final String POLICY = "ValidatingAdmissionPolicy";
  private static final String BINDING = "ValidatingAdmissionPolicyBinding";

  /** What each namespace Berth makes is labelled with. */
  private static final Map<String, String> OURS = Map.of("app.kubernetes.io/managed-by", "berth");

  /** Whatever else is private, these are; the last holds the metadata server. */
  private static final Set<String> INSIDE =
      new TreeSet<>(
          Set.of(
              "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10", "169.254.0.0/16"));

  static final List<ObjectRule> RULES =
      List.of(
          error(
              "admission-missing",
              "what nobody refuses in the cluster, a hand edit opens until the next deployment",
              ADMISSION,
              "add the policy and its binding to the platform",
              ClusterGuards::missing),
          error(
              "admission-lenient",
              "a policy that fails open is off whenever it cannot be judged",
              ADMISSION + "#failure-policy",
              "write failurePolicy: Fail, and no matchConditions",
              ClusterGuards::lenient),
          error(
              "admission-unbound",
              "a policy is in force only where a binding says so, and refuses only if it says Deny",
              ADMISSION,
              "bind the policy with Deny to what is labelled app.kubernetes.io/managed-by: berth",
              ClusterGuards::unbound),
          error(
              "cluster-policy-open",
              "policies of namespaces only add up: what this one lets through nothing else denies",
              NETWORK,
              "keep tier Admin, Pass before one last Deny of everything inside, and no Accept",
              (set, found) -> set.of("ClusterNetworkPolicy").forEach(each -> open(each, found))));

  private ClusterGuards() {}

  private static void missing(ObjectSet set, Found found) {
    if (set.platform()) {
      for (String name : List.of("namespaces", "pods", "rights", "walls")) {
        if (!set.has(POLICY, "berth-" + name)) {
          found.at(set.ground(), new Field(POLICY, null), "`berth-" + name + "` is missing");
        }
      }
    }
  }

  private static void lenient(ObjectSet set, Found found) {
    set.of(POLICY)
        .forEach(
            policy -> {
              Field failure = policy.at("spec", "failurePolicy");
              if (!failure.is("Fail")) {
                found.at(policy, failure, "must be Fail");
              }
              Field conditions = policy.at("spec", "matchConditions");
              if (!conditions.empty()) {
                found.at(policy, conditions, "must be empty");
              }
            });
  }

  private static void unbound(ObjectSet set, Found found) {
    set.of(POLICY)
        .filter(
            policy ->
                set.of(BINDING).noneMatch(each -> each.at("spec", "policyName").is(policy.name())))
        .forEach(
            policy -> found.at(policy, policy.at("metadata", "name"), "is named by no binding"));
    set.of(BINDING)
        .forEach(
            binding -> {
              Field actions = binding.at("spec", "validationActions");
              if (!actions.texts().contains("Deny")) {
                found.at(binding, actions, "must hold Deny");
              }
              Field selected = binding.at("spec", "matchResources");
              // A namespace is in no namespace: it is selected itself.
              boolean itself = binding.at("spec", "policyName").is("berth-namespaces");
              String selector = itself ? "objectSelector" : "namespaceSelector";
              if (!selected.is(Map.of(selector, Map.of("matchLabels", OURS)))) {
                found.at(binding, selected, "must be what is labelled as Berth's, and no less");
              }
            });
  }

  private static void open(RenderedObject policy, Found found) {
    Field tier = policy.at("spec", "tier");
    if (!tier.is("Admin")) {
      found.at(policy, tier, "must be Admin");
    }
    Field subject = policy.at("spec", "subject");
    if (!subject.is(Map.of("namespaces", Map.of("matchLabels", OURS)))) {
      found.at(policy, subject, "must be every namespace labelled as Berth's");
    }
    List<Field> rules = policy.at("spec", "egress").items();
    for (Field rule : rules) {
      if (!Set.of("Pass", "Deny").contains(rule.at("action").text())) {
        found.at(policy, rule.at("action"), rule.at("action").shown());
      }
      if (rule.at("action").is("Pass") && (rule.at("protocols").empty() || rule.at("to").empty())) {
        found.at(policy, rule, "passes more than a way");
      }
    }
    if (rules.isEmpty() || !deniesInside(rules.get(rules.size() - 1))) {
      found.at(policy, policy.at("spec", "egress"), "must end in Deny of all that is inside");
    }
  }

  /** Every pod, every private address and the metadata server, on every port. */
  private static boolean deniesInside(Field rule) {
    Set<String> networks = new TreeSet<>();
    rule.at("to").items().forEach(each -> networks.addAll(each.at("networks").texts()));
    return rule.at("action").is("Deny")
        && rule.at("protocols").absent()
        && rule.at("to").items().stream().anyMatch(each -> each.at("namespaces").is(Map.of()))
        && networks.containsAll(INSIDE);
  }
}
