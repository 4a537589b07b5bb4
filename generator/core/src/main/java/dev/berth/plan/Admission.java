package dev.berth.plan;

import dev.berth.model.Environment;
import dev.berth.model.HostRules;
import dev.berth.model.Image;
import dev.berth.model.Origin;
import dev.berth.model.SecretStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What the cluster itself refuses in every team's namespace, whoever asks: the rules for pods,
 * network policies and roles once more, and those that keep a namespace guarded, as
 * ValidatingAdmissionPolicy
 * (https://kubernetes.io/docs/reference/access-authn-authz/validating-admission-policy/).
 */
final class Admission {

  private Admission() {}

  /** Each policy and then its binding, which puts it into force. */
  static List<PlannedResource> plan(Environment environment, List<PlannedAgent> agents) {
    Origin because = environment.from();
    List<PlannedResource> objects = new ArrayList<>();
    add(objects, "pods", Map.of("repositories", repositories(agents)), because);
    add(
        objects,
        "walls",
        Map.of("hostsOpen", environment.network().hostRules() == HostRules.NONE),
        because);
    add(objects, "rights", Map.of("externalSecrets", externalSecrets(environment)), because);
    add(objects, "namespaces", Map.of(), because);
    return objects;
  }

  private static void add(
      List<PlannedResource> objects, String what, Map<String, Object> values, Origin because) {
    objects.add(object("ValidatingAdmissionPolicy", what + "-policy", values, because));
    objects.add(object("ValidatingAdmissionPolicyBinding", what + "-binding", Map.of(), because));
  }

  private static KubernetesObject object(
      String kind, String template, Map<String, Object> values, Origin because) {
    return new KubernetesObject(
        "kubernetes:admissionregistration.k8s.io/v1:" + kind,
        "admission/" + template,
        "cluster/" + template + ".yaml",
        "",
        values,
        because);
  }

  /** A list of CEL; the name of a repository holds nothing that would have to be escaped in one. */
  private static String repositories(List<PlannedAgent> agents) {
    return agents.stream()
        .flatMap(PlannedAgent::images)
        .map(Image::repository)
        .distinct()
        .sorted()
        .collect(Collectors.joining("', '", "['", "']"));
  }

  private static boolean externalSecrets(Environment environment) {
    SecretStore.Kind kind = environment.secrets().kind();
    return kind == SecretStore.Kind.EXTERNAL_SECRETS || kind == SecretStore.Kind.VAULT;
  }
}
