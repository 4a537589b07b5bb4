package dev.berth.rules.objects;

import static dev.berth.rules.objects.ObjectRule.error;

import dev.berth.rules.objects.ObjectRule.Found;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What people may do in a namespace: read pods and their logs. Nothing else has a role there. */
final class Roles {

  private static final String RBAC =
      "https://kubernetes.io/docs/concepts/security/rbac-good-practices/";

  private static final Map<String, Set<String>> ALLOWED =
      Map.of("pods", Set.of("get", "list", "watch"), "pods/log", Set.of("get"));

  static final List<ObjectRule> RULES =
      List.of(
          error(
              "role-wide",
              "who may do more than read pods and logs can become any agent of the namespace",
              RBAC,
              "leave get, list and watch of pods and get of pods/log, and nothing else",
              Roles::roles),
          error(
              "binding-of-everybody",
              "a binding to everybody, or to an account of the cluster, gives rights nobody"
                  + " declared",
              RBAC,
              "name the members of team.yaml, each a person or a group with an address",
              Roles::subjects),
          error(
              "binding-of-cluster-role",
              "a role of the cluster says what others decide, and may hold everything",
              RBAC,
              "bind a Role of the namespace",
              (set, found) ->
                  bindings(set).stream()
                      .filter(each -> !each.at("roleRef", "kind").is("Role"))
                      .forEach(each -> found.at(each, each.at("roleRef", "kind"), "must be Role"))),
          error(
              "binding-of-nothing",
              "a binding to a role that is not made here gives whatever somebody makes of it",
              RBAC,
              "bind a Role of the same namespace and the same templates",
              Roles::references));

  private Roles() {}

  private static void roles(ObjectSet set, Found found) {
    set.objects().stream()
        .filter(each -> each.kind().equals("Role") || each.kind().equals("ClusterRole"))
        .filter(each -> !set.platform())
        .forEach(role -> role.at("rules").items().forEach(rule -> rule(role, rule, found)));
  }

  private static void rule(RenderedObject role, Field rule, Found found) {
    if (!rule.at("apiGroups").is(List.of(""))) {
      found.at(role, rule.at("apiGroups"), "must be the core group alone");
    }
    if (mintsOneToken(role, rule)) {
      return;
    }
    for (Field resource : rule.at("resources").items()) {
      Set<String> verbs = ALLOWED.getOrDefault(resource.text(), Set.of());
      for (Field verb : rule.at("verbs").items()) {
        if (!verbs.contains(verb.text())) {
          found.at(role, verb, "lets members " + verb.text() + " " + resource.text());
        }
      }
    }
    if (!rule.at("nonResourceURLs").absent()) {
      found.at(role, rule.at("nonResourceURLs"), "reaches the API server itself");
    }
  }

  /** What a namespaced secret store needs to ask as its agent, and as no other. */
  private static boolean mintsOneToken(RenderedObject role, Field rule) {
    String agent = role.subject().substring(role.subject().indexOf('/') + 1);
    return role.subject().contains("/")
        && rule.at("resources").is(List.of("serviceaccounts/token"))
        && rule.at("verbs").is(List.of("create"))
        && rule.at("resourceNames").is(List.of(agent));
  }

  /** The account External Secrets asks with for this namespace, and for no other. */
  private static boolean asksForSecrets(ObjectSet set, RenderedObject binding, Field subject) {
    return binding.name().startsWith("token-of-")
        && binding.at("roleRef", "name").text().startsWith("token-of-")
        && subject.at("kind").is("ServiceAccount")
        && subject.at("name").is("external-secrets-" + set.namespace())
        && subject.at("namespace").is("external-secrets");
  }

  private static void subjects(ObjectSet set, Found found) {
    bindings(set)
        .forEach(
            binding -> {
              for (Field subject : binding.at("subjects").items()) {
                boolean person = Set.of("User", "Group").contains(subject.at("kind").text());
                String name = subject.at("name").text();
                boolean known = person && name.contains("@") && !name.startsWith("system:");
                if (!known && !asksForSecrets(set, binding, subject)) {
                  found.at(binding, subject.at("name"), "is `" + name + "`");
                }
              }
            });
  }

  private static void references(ObjectSet set, Found found) {
    bindings(set)
        .forEach(
            binding -> {
              Field role = binding.at("roleRef");
              if (role.at("kind").is("Role") && !set.has("Role", role.at("name").text())) {
                found.at(binding, role.at("name"), "is no Role of this namespace");
              }
            });
  }

  private static List<RenderedObject> bindings(ObjectSet set) {
    return set.objects().stream()
        .filter(each -> !set.platform())
        .filter(each -> Set.of("RoleBinding", "ClusterRoleBinding").contains(each.kind()))
        .toList();
  }
}
