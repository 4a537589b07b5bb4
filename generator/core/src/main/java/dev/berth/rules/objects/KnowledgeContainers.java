package dev.berth.rules.objects;

import static dev.berth.rules.objects.ObjectRule.ofPods;

import dev.berth.rules.objects.ObjectRule.PodFound;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What carries an agent's knowledge: when it runs, and what it can see meanwhile. */
final class KnowledgeContainers {

  private static final String PULL = "knowledge-pull";
  private static final String PUSH = "knowledge-push";
  private static final String SOUL = "/var/lib/openclaw/workspace/SOUL.md";

  /** What is read-only has no sidecar. */
  private static final List<List<String>> ORDERS =
      List.of(List.of("prepare", PULL), List.of("prepare", PULL, PUSH));

  /** Of what lies in memory: never keys. */
  private static final Set<String> DECLARED = Set.of("soul", "config");

  /** Of the disk: never state, sessions and what they know. */
  private static final Set<String> CARRIED = Set.of("workspace", ".knowledge", "shared");

  /** Of the disk: what the agent may read and not write. */
  private static final Set<String> OF_THE_CARRIER = Set.of(".knowledge", "shared");

  static final List<ObjectRule> RULES =
      List.of(
          ofPods(
              "knowledge-sidecar",
              "what carries knowledge must come before the agent and go after it, and what it"
                  + " cannot see it can give to no bucket",
              "https://kubernetes.io/docs/concepts/workloads/pods/sidecar-containers/",
              "write prepare, knowledge-pull and knowledge-push as the chart of Berth has them",
              (pod, found) -> {
                if (pod.init().stream().anyMatch(each -> carries(each))) {
                  order(pod, found);
                  pod.init().stream()
                      .filter(each -> carries(each))
                      .forEach(each -> sees(pod, each, found));
                  gateway(pod, found);
                }
              }));

  private KnowledgeContainers() {}

  private static boolean carries(Field container) {
    return container.at("name").is(PULL) || container.at("name").is(PUSH);
  }

  private static void order(Pod pod, PodFound found) {
    List<String> names = pod.init().stream().map(each -> each.at("name").text()).toList();
    if (!ORDERS.contains(names)) {
      found.at(pod.spec().at("initContainers"), "must be prepare, knowledge-pull, knowledge-push");
    }
    for (Field each : pod.init()) {
      Field policy = each.at("restartPolicy");
      if (each.at("name").is(PUSH) ? !policy.is("Always") : !policy.absent()) {
        found.at(policy, "must be Always in knowledge-push alone");
      }
    }
  }

  private static void sees(Pod pod, Field container, PodFound found) {
    Set<String> scratch =
        pod.volumes().stream()
            .filter(each -> !each.at("emptyDir").absent())
            .map(each -> each.at("name").text())
            .collect(Collectors.toSet());
    for (Field mount : container.at("volumeMounts").items()) {
      String volume = mount.at("name").text();
      Field part = mount.at("subPath");
      boolean memory =
          pod.volume(volume).filter(each -> each.at("emptyDir", "medium").is("Memory")).isPresent();
      if (!mount.at("subPathExpr").absent()) {
        found.at(mount.at("subPathExpr"), "must be subPath");
      }
      if (memory && !(DECLARED.contains(part.text()) && mount.at("readOnly").is(true))) {
        found.at(mount, "must be soul or config alone, read-only");
      }
      if (container.at("name").is(PUSH)
          && !scratch.contains(volume)
          && !CARRIED.contains(part.text())) {
        found.at(mount, "must be a part of the disk: workspace, .knowledge or shared");
      }
    }
  }

  private static void gateway(Pod pod, PodFound found) {
    Field gateway = pod.gateway();
    if (Pod.mount(gateway, SOUL).filter(each -> each.at("readOnly").is(true)).isEmpty()) {
      found.at(gateway.at("volumeMounts"), "must hold " + SOUL + " read-only");
    }
    for (Field container : pod.spec().at("containers").items()) {
      for (Field mount : container.at("volumeMounts").items()) {
        if (OF_THE_CARRIER.contains(mount.at("subPath").text()) && !mount.at("readOnly").is(true)) {
          found.at(mount.at("readOnly"), "must be true");
        }
      }
    }
  }
}
