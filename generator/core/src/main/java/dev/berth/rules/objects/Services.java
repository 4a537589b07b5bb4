package dev.berth.rules.objects;

import static dev.berth.rules.objects.ObjectRule.error;

import dev.berth.rules.objects.ObjectRule.Found;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How a pod is named and found, and that nothing points at nobody. */
final class Services {

  private static final String SERVICE =
      "https://kubernetes.io/docs/concepts/services-networking/service/";

  /** Where each kind says which pods it means. */
  private static final Set<String> SELECTING =
      Set.of(
          "NetworkPolicy",
          "FQDNNetworkPolicy",
          "CiliumNetworkPolicy",
          "PodDisruptionBudget",
          "PodMonitoring");

  static final List<ObjectRule> RULES =
      List.of(
          error(
              "service-exposed",
              "an agent has no door to the outside",
              SERVICE,
              "write clusterIP: None and no type",
              Services::exposed),
          error(
              "service-missing",
              "a StatefulSet without its headless Service has no names for its pods",
              SERVICE + "#headless-services",
              "add the headless Service the StatefulSet names, selecting its pod",
              Services::missing),
          error(
              "selects-nothing",
              "what selects no pod protects none, however it reads",
              "https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/",
              "select a label the pods have",
              Services::selects),
          error(
              "labels-unmatched",
              "a StatefulSet whose pods lack the labels it selects is refused by the cluster",
              "https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/",
              "give the pod template the labels of spec.selector",
              (set, found) ->
                  set.agents().stream()
                      .filter(pod -> !selectsOwn(pod))
                      .forEach(pod -> found.at(pod.owner(), pod.labels(), "lack the selector's"))));

  private Services() {}

  private static void exposed(ObjectSet set, Found found) {
    set.of("Service")
        .forEach(
            each -> {
              Field type = each.at("spec", "type");
              if (!type.absent() && !type.is("ClusterIP")) {
                found.at(each, type, type.shown());
              }
              if (!each.at("spec", "clusterIP").is("None")) {
                found.at(each, each.at("spec", "clusterIP"), "must be None");
              }
              if (!each.at("spec", "externalIPs").empty()) {
                found.at(each, each.at("spec", "externalIPs"), "must be empty");
              }
            });
  }

  private static void missing(ObjectSet set, Found found) {
    for (Pod pod : set.agents()) {
      Field name = pod.owner().at("spec", "serviceName");
      Optional<RenderedObject> service =
          set.of("Service").filter(each -> each.name().equals(name.text())).findFirst();
      if (service.isEmpty()) {
        found.at(pod.owner(), name, "is no Service that is made here");
      } else if (!Selector.ofLabels(service.get().at("spec", "selector")).means(pod)) {
        found.at(service.get(), service.get().at("spec", "selector"), "is not the agent's pod");
      }
    }
  }

  private static void selects(ObjectSet set, Found found) {
    List<Pod> pods = set.pods();
    if (pods.isEmpty()) {
      return;
    }
    for (RenderedObject each : set.objects()) {
      boolean service = each.kind().equals("Service");
      if (service || SELECTING.contains(each.kind())) {
        Field at = selector(each);
        Selector selector = service ? Selector.ofLabels(at) : Selector.of(at);
        if (pods.stream().noneMatch(selector::means)) {
          found.at(each, at, "selects no pod");
        }
      }
    }
  }

  private static Field selector(RenderedObject object) {
    return switch (object.kind()) {
      case "NetworkPolicy", "FQDNNetworkPolicy" -> object.at("spec", "podSelector");
      case "CiliumNetworkPolicy" -> object.at("spec", "endpointSelector");
      default -> object.at("spec", "selector");
    };
  }

  private static boolean selectsOwn(Pod pod) {
    Selector selector = Selector.of(pod.owner().at("spec", "selector"));
    return !selector.all() && selector.means(pod);
  }
}
