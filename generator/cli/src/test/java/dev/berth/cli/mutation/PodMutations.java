package dev.berth.cli.mutation;

import static dev.berth.cli.mutation.Mutation.seen;
import static dev.berth.cli.mutation.Mutation.unseen;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** As whom a pod runs: of the pod, and of the containers beside the gateway. */
final class PodMutations {

  private static final String PUSH = "knowledge-push";

  private PodMutations() {}

  static List<Mutation> all() {
    List<Mutation> all = new ArrayList<>();
    all.addAll(pod());
    all.addAll(everywhere());
    all.addAll(beside("init prepare", "prepare"));
    all.addAll(beside("sidecar push", PUSH));
    all.add(
        unseen(
            "sidecar push: restartPolicy Always (pod never starts)",
            "init-never-ends",
            mutant -> Mutant.cut(mutant.init(PUSH), "restartPolicy")));
    return all;
  }

  private static List<Mutation> pod() {
    return List.of(
        unseen("pod: runAsNonRoot", "root-user", cut("securityContext", "runAsNonRoot")),
        unseen("pod: runAsUser", "root-user", cut("securityContext", "runAsUser")),
        unseen("pod: runAsGroup", "root-user", cut("securityContext", "runAsGroup")),
        unseen("pod: fsGroup", "disk-group", cut("securityContext", "fsGroup")),
        seen("pod: fsGroup 0", "disk-group", put(0, "securityContext", "fsGroup")),
        unseen(
            "pod: fsGroupChangePolicy",
            "disk-group",
            cut("securityContext", "fsGroupChangePolicy")),
        unseen("pod: seccompProfile", "seccomp-absent", cut("securityContext", "seccompProfile")),
        seen("pod: securityContext", "root-user", cut("securityContext")),
        seen(
            "pod: automountServiceAccountToken",
            "token-mounted",
            cut("automountServiceAccountToken")),
        unseen("pod: enableServiceLinks", "service-links", cut("enableServiceLinks")),
        unseen("pod: serviceAccountName", "other-account", cut("serviceAccountName")),
        unseen(
            "pod: terminationGracePeriodSeconds",
            "agent-grace",
            cut("terminationGracePeriodSeconds")),
        seen("pod: hostNetwork true", "host-access", put(true, "hostNetwork")),
        seen("pod: hostPID true", "host-access", put(true, "hostPID")),
        unseen(
            "pod: shareProcessNamespace true", "host-access", put(true, "shareProcessNamespace")));
  }

  private static List<Mutation> everywhere() {
    return List.of(
        seen("pod+all containers: runAsNonRoot", "root-user", cutEverywhere("runAsNonRoot")),
        seen(
            "pod+all containers: seccompProfile",
            "seccomp-absent",
            cutEverywhere("seccompProfile")),
        seen(
            "pod+all containers: runAsUser, runAsGroup",
            "root-user",
            cutEverywhere("runAsUser", "runAsGroup")));
  }

  private static List<Mutation> beside(String label, String container) {
    return List.of(
        seen(
            label + ": allowPrivilegeEscalation",
            "privileges",
            cutInit(container, "securityContext", "allowPrivilegeEscalation")),
        seen(
            label + ": readOnlyRootFilesystem",
            "writable-root",
            cutInit(container, "securityContext", "readOnlyRootFilesystem")),
        unseen(
            label + ": runAsUser", "root-user", cutInit(container, "securityContext", "runAsUser")),
        seen(
            label + ": capabilities",
            "privileges",
            cutInit(container, "securityContext", "capabilities")),
        seen(label + ": securityContext", "privileges", cutInit(container, "securityContext")),
        seen(label + ": resources", "limits-absent", cutInit(container, "resources")),
        seen(
            label + ": imagePullPolicy",
            "image-not-pulled",
            cutInit(container, "imagePullPolicy")));
  }

  private static Consumer<Mutant> cut(String... path) {
    return mutant -> Mutant.cut(mutant.pod(), path);
  }

  private static Consumer<Mutant> put(Object value, String... path) {
    return mutant -> Mutant.put(mutant.pod(), value, path);
  }

  private static Consumer<Mutant> cutInit(String container, String... path) {
    return mutant -> Mutant.cut(mutant.init(container), path);
  }

  private static Consumer<Mutant> cutEverywhere(String... keys) {
    return mutant -> {
      for (String key : keys) {
        Mutant.cut(mutant.pod(), "securityContext", key);
        mutant.containers().forEach(each -> Mutant.cut(each, "securityContext", key));
      }
    };
  }
}
