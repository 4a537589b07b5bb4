package dev.berth.rules.objects;

import static dev.berth.rules.objects.ObjectRule.error;

import dev.berth.rules.objects.ObjectRule.Found;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What guards a namespace whatever is started in it. */
final class Namespaces {

  private static final String PREFIX = "pod-security.kubernetes.io/";
  private static final String QUOTA = "https://kubernetes.io/docs/concepts/policy/resource-quotas/";
  private static final String ACCOUNTS =
      "https://kubernetes.io/docs/concepts/security/service-accounts/";

  private static final Set<String> BOUNDED =
      new TreeSet<>(
          Set.of(
              "requests.cpu",
              "limits.cpu",
              "requests.memory",
              "limits.memory",
              "requests.ephemeral-storage",
              "limits.ephemeral-storage",
              "requests.storage",
              "pods",
              "persistentvolumeclaims"));

  /** Kinds some rule looks at; what comes in another kind nobody has judged. */
  private static final Set<String> KINDS =
      Set.of(
          "CiliumNetworkPolicy",
          "ConfigMap",
          "ExternalSecret",
          "FQDNNetworkPolicy",
          "LimitRange",
          "Namespace",
          "NetworkPolicy",
          "PodDisruptionBudget",
          "PodMonitoring",
          "ResourceQuota",
          "Role",
          "RoleBinding",
          "Secret",
          "SecretProviderClass",
          "SecretStore",
          "Service",
          "ServiceAccount",
          "StatefulSet");

  static final List<ObjectRule> RULES =
      List.of(
          error(
                  "namespace-unguarded",
                  "without Pod Security the cluster admits a privileged pod here",
                  "https://kubernetes.io/docs/concepts/security/pod-security-admission/",
                  "write pod-security.kubernetes.io/enforce, audit and warn: restricted, each with"
                      + " a version",
                  Namespaces::podSecurity)
              .binding(),
          error(
                  "quota-missing",
                  "one team's agents take the cluster from all others",
                  QUOTA,
                  "write a ResourceQuota with each of these under hard, nodeports and loadbalancers"
                      + " 0",
                  Namespaces::quota)
              .binding(),
          error(
                  "limit-range-missing",
                  "a container without limits, started by hand, is bounded by nothing",
                  "https://kubernetes.io/docs/concepts/policy/limit-range/",
                  "write a LimitRange for Containers with max, default and defaultRequest",
                  Namespaces::limits)
              .binding(),
          error(
              "account-token",
              "an account that mounts its token gives it to every pod that forgets to refuse",
              ACCOUNTS,
              "write automountServiceAccountToken: false in the ServiceAccount",
              Namespaces::tokens),
          error(
              "account-missing",
              "a pod whose account is not made here runs as whatever somebody else makes of it",
              ACCOUNTS,
              "add the ServiceAccount to the templates",
              Namespaces::accounts),
          error(
              "kind-unjudged",
              "no rule knows what an object of this kind may do",
              "https://kubernetes.io/docs/concepts/security/",
              "remove the object, or teach Berth to judge its kind",
              (set, found) ->
                  set.objects().stream()
                      .filter(each -> !set.platform() && !each.google())
                      .filter(each -> !KINDS.contains(each.kind()))
                      .forEach(each -> found.at(each, each.at("kind"), "is " + each.kind()))),
          error(
                  "namespace-foreign",
                  "what a team declares must not reach into the namespace of another",
                  "https://kubernetes.io/docs/concepts/overview/working-with-objects/namespaces/",
                  "write namespace: the team's name",
                  Namespaces::foreign)
              .binding());

  private Namespaces() {}

  private static void podSecurity(ObjectSet set, Found found) {
    set.of("Namespace")
        .forEach(
            each -> {
              Field labels = each.at("metadata", "labels");
              for (String mode : List.of("enforce", "audit", "warn")) {
                Field level = labels.at(PREFIX + mode);
                if (!level.is("restricted")) {
                  found.at(each, level, "must be restricted");
                }
                Field version = labels.at(PREFIX + mode + "-version");
                if (!version.text().matches("v1\\.[0-9]+")) {
                  found.at(each, version, "must be a version, so that an upgrade changes nothing");
                }
              }
            });
  }

  private static void quota(ObjectSet set, Found found) {
    if (set.platform()) {
      return;
    }
    Map<String, Field> hard = new TreeMap<>();
    set.of("ResourceQuota").forEach(each -> hard.putAll(each.at("spec", "hard").entries()));
    RenderedObject at = set.of("ResourceQuota").findFirst().orElseGet(set::ground);
    Field missing = new Field("spec.hard", null);
    for (String each : BOUNDED) {
      if (!hard.containsKey(each)) {
        found.at(at, missing.at(each), "is missing");
      }
    }
    for (String each : List.of("services.nodeports", "services.loadbalancers")) {
      if (!hard.getOrDefault(each, missing).text().equals("0")) {
        found.at(at, missing.at(each), "must be 0");
      }
    }
  }

  private static void limits(ObjectSet set, Found found) {
    if (set.platform()) {
      return;
    }
    List<Field> ranges =
        set.of("LimitRange")
            .flatMap(each -> each.at("spec", "limits").items().stream())
            .filter(each -> each.at("type").is("Container"))
            .toList();
    RenderedObject at = set.of("LimitRange").findFirst().orElseGet(set::ground);
    for (String part : List.of("max", "default", "defaultRequest")) {
      for (String what : List.of("cpu", "memory", "ephemeral-storage")) {
        if (ranges.stream().allMatch(each -> each.at(part, what).text().isEmpty())) {
          found.at(at, new Field("spec.limits", null).at(part, what), "is missing");
        }
      }
    }
  }

  private static void tokens(ObjectSet set, Found found) {
    set.of("ServiceAccount")
        .filter(each -> !each.at("automountServiceAccountToken").is(false))
        .forEach(each -> found.at(each, each.at("automountServiceAccountToken"), "must be false"));
  }

  private static void accounts(ObjectSet set, Found found) {
    if (!set.platform() && !set.has("ServiceAccount", "default")) {
      found.at(set.ground(), new Field("ServiceAccount", null), "`default` is missing");
    }
    for (Pod pod : set.pods()) {
      Field account = pod.spec().at("serviceAccountName");
      if (!account.absent() && !set.has("ServiceAccount", account.text())) {
        found.at(pod.owner(), account, "is an account that is not made here");
      }
    }
  }

  private static void foreign(ObjectSet set, Found found) {
    for (RenderedObject each : set.objects()) {
      Field namespace = each.at("metadata", each.kind().equals("Namespace") ? "name" : "namespace");
      if (!each.google() && !set.platform() && !namespace.is(set.namespace())) {
        found.at(each, namespace, "must be " + set.namespace());
      }
    }
  }
}
