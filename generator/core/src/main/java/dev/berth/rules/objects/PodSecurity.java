package dev.berth.rules.objects;

import static dev.berth.rules.objects.ObjectRule.ofPods;

import dev.berth.rules.objects.ObjectRule.PodFound;
import java.util.List;
import java.util.Set;

/**
 * As whom a pod runs and what of its node it can touch. Each condition looks at one pod alone, so
 * that an admission policy can say it in CEL.
 */
final class PodSecurity {

  private static final String STANDARD =
      "https://kubernetes.io/docs/concepts/security/pod-security-standards/";
  private static final String CONTEXT =
      "https://kubernetes.io/docs/tasks/configure-pod-container/security-context/";

  /** Below are users that images and nodes have names for. */
  private static final long LOWEST_ID = 10_000;

  static final List<ObjectRule> RULES =
      List.of(
          ofPods(
              "host-access",
              "a pod in a namespace of its node sees and disturbs what is not its own, and a port"
                  + " of the node lies outside every network policy",
              STANDARD,
              "remove hostNetwork, hostPID, hostIPC, shareProcessNamespace and hostPort",
              PodSecurity::host),
          ofPods(
              "root-user",
              "root, or a user of the node, in a pod is one mistake away from being it outside",
              CONTEXT,
              "write runAsNonRoot: true, runAsUser: 10001 and runAsGroup: 10001 in the security"
                  + " context of the pod and of each container",
              (pod, found) -> pod.contexts().forEach(each -> user(each, found))),
          ofPods(
              "seccomp-absent",
              "without a profile a pod may ask the kernel for anything",
              "https://kubernetes.io/docs/tutorials/security/seccomp/",
              "write seccompProfile: { type: RuntimeDefault } in the security context of the pod"
                  + " and of each container",
              (pod, found) ->
                  pod.contexts()
                      .map(each -> each.at("seccompProfile", "type"))
                      .filter(each -> !each.is("RuntimeDefault"))
                      .forEach(each -> found.at(each, "must be RuntimeDefault"))),
          ofPods(
              "disk-group",
              "the disk must belong to the agent's group and never to root's",
              CONTEXT,
              "write fsGroup: 10001 and fsGroupChangePolicy: OnRootMismatch in the pod's security"
                  + " context",
              PodSecurity::disk),
          ofPods(
              "token-mounted",
              "a token of the Kubernetes API in a pod is what a misled agent would use first",
              "https://kubernetes.io/docs/tasks/configure-pod-container/"
                  + "configure-service-account/",
              "write automountServiceAccountToken: false in the pod, and mount no token",
              PodSecurity::token),
          ofPods(
              "other-account",
              "who has no account of its own shares one, and what is granted to it",
              "https://kubernetes.io/docs/concepts/security/service-accounts/",
              "write serviceAccountName: the agent's own account",
              PodSecurity::account),
          ofPods(
              "service-links",
              "variables that name every Service of the namespace tell an agent of its neighbours",
              "https://kubernetes.io/docs/tutorials/services/connect-applications-service/",
              "write enableServiceLinks: false in the pod",
              (pod, found) -> mustBe(pod.spec().at("enableServiceLinks"), false, found)),
          ofPods(
              "privileges",
              "a privileged container is its node, and an agent needs none of root's powers",
              STANDARD,
              "write allowPrivilegeEscalation: false and capabilities: { drop: [ALL] } in each"
                  + " container, no privileged: true and no capability to add",
              PodSecurity::privileges),
          ofPods(
              "writable-root",
              "what cannot be written cannot be replaced by something else",
              CONTEXT,
              "write readOnlyRootFilesystem: true in each container",
              (pod, found) ->
                  pod.containers()
                      .forEach(
                          each ->
                              mustBe(Pod.context(each).at("readOnlyRootFilesystem"), true, found))),
          ofPods(
              "debug-container",
              "what is added to a running agent reads all the agent can",
              "https://kubernetes.io/docs/concepts/workloads/pods/ephemeral-containers/",
              "remove ephemeralContainers",
              (pod, found) -> {
                Field added = pod.spec().at("ephemeralContainers");
                if (!added.empty()) {
                  found.at(added, "must be empty");
                }
              }),
          ofPods(
              "probe-host",
              "a probe with a host lets the node call any address",
              STANDARD,
              "remove host from the probe",
              PodSecurity::probeHost));

  private static final Set<String> PROBES =
      Set.of("startupProbe", "readinessProbe", "livenessProbe");

  private PodSecurity() {}

  private static void mustBe(Field field, Object wanted, PodFound found) {
    if (!field.is(wanted)) {
      found.at(field, "must be " + wanted);
    }
  }

  private static void host(Pod pod, PodFound found) {
    for (String each : List.of("hostNetwork", "hostPID", "hostIPC", "shareProcessNamespace")) {
      Field field = pod.spec().at(each);
      if (!field.absent() && !field.is(false)) {
        found.at(field, field.shown());
      }
    }
    pod.containers().stream()
        .flatMap(each -> each.at("ports").items().stream())
        .map(each -> each.at("hostPort"))
        .filter(each -> !each.absent())
        .forEach(each -> found.at(each, each.shown()));
  }

  private static void user(Field context, PodFound found) {
    mustBe(context.at("runAsNonRoot"), true, found);
    for (String each : List.of("runAsUser", "runAsGroup")) {
      Field id = context.at(each);
      if (id.number() <= LOWEST_ID) {
        found.at(id, "must be above " + LOWEST_ID);
      }
    }
  }

  private static void disk(Pod pod, PodFound found) {
    Field context = pod.spec().at("securityContext");
    if (context.at("fsGroup").number() <= LOWEST_ID) {
      found.at(context.at("fsGroup"), "must be above " + LOWEST_ID);
    }
    mustBe(context.at("fsGroupChangePolicy"), "OnRootMismatch", found);
  }

  private static void token(Pod pod, PodFound found) {
    mustBe(pod.spec().at("automountServiceAccountToken"), false, found);
    pod.volumes().stream()
        .flatMap(each -> each.at("projected", "sources").items().stream())
        .map(each -> each.at("serviceAccountToken"))
        .filter(each -> !each.absent())
        .forEach(each -> found.at(each, "is a token"));
  }

  /** The account of the agent whose pod this is, which the label names. */
  private static void account(Pod pod, PodFound found) {
    Field account = pod.spec().at("serviceAccountName");
    String instance = pod.labels().at("app.kubernetes.io/instance").text();
    if (instance.isEmpty() || !account.is(instance)) {
      found.at(account, "must be what the label app.kubernetes.io/instance says");
    }
  }

  private static void privileges(Pod pod, PodFound found) {
    for (Field container : pod.containers()) {
      Field context = Pod.context(container);
      if (context.at("privileged").is(true)) {
        found.at(context.at("privileged"), "must not be true");
      }
      mustBe(context.at("allowPrivilegeEscalation"), false, found);
      mustBe(context.at("capabilities", "drop"), List.of("ALL"), found);
      if (!context.at("capabilities", "add").empty()) {
        found.at(context.at("capabilities", "add"), "must be empty");
      }
    }
  }

  private static void probeHost(Pod pod, PodFound found) {
    for (Field container : pod.containers()) {
      for (String probe : PROBES) {
        for (String how : List.of("httpGet", "tcpSocket")) {
          Field host = container.at(probe, how, "host");
          if (!host.absent()) {
            found.at(host, host.shown());
          }
        }
      }
    }
  }
}
