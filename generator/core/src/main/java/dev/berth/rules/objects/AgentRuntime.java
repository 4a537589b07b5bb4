package dev.berth.rules.objects;

import static dev.berth.rules.objects.ObjectRule.error;

import dev.berth.rules.objects.ObjectRule.Found;
import dev.berth.rules.objects.ObjectRule.PodFound;
import dev.berth.rules.objects.ObjectRule.PodJudge;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** What OpenClaw needs of its pod, and what keeps it from changing what it is. */
final class AgentRuntime {

  private static final String OPENCLAW = "https://docs.openclaw.ai/install/kubernetes";

  /**
   * In seconds: OpenClaw drains for up to 330, and what it learned is pushed in the 60 after that.
   */
  private static final long LEAST_GRACE = 390;

  private static final Map<String, Pattern> ENVIRONMENT =
      new TreeMap<>(
          Map.of(
              "HOME", Pattern.compile("/var/lib/openclaw"),
              "XDG_CACHE_HOME", Pattern.compile("/var/lib/openclaw/.+"),
              "NODE_OPTIONS", Pattern.compile("--max-old-space-size=[1-9][0-9]*"),
              "OPENCLAW_STATE_DIR", Pattern.compile("/var/lib/openclaw/.+"),
              "OPENCLAW_CONFIG_PATH", Pattern.compile("/run/openclaw/.+"),
              "OPENCLAW_CONFIG_READONLY", Pattern.compile("1"),
              "OPENCLAW_SUPERVISOR_MODE", Pattern.compile("external"),
              "OPENCLAW_NO_AUTO_UPDATE", Pattern.compile("1")));

  private static final Map<String, String> PROBES =
      new TreeMap<>(
          Map.of(
              "startupProbe", "/startupz",
              // /readyz answers for the channels too: an outage there would stop a rollout.
              "readinessProbe", "/startupz",
              "livenessProbe", "/healthz"));

  /** Init containers that end by themselves; any other must be a sidecar. */
  private static final Set<String> ENDING = Set.of("prepare", "knowledge-pull");

  static final List<ObjectRule> RULES =
      List.of(
          ofAgents(
              "agent-environment",
              "without these OpenClaw rewrites its configuration, updates or repairs itself, or"
                  + " does not start",
              OPENCLAW,
              "write the variable in the container `gateway` as the chart of Berth has it",
              AgentRuntime::environment),
          ofAgents(
              "agent-probes",
              "a probe that asks the wrong question restarts an agent that is well, or never one"
                  + " that is stuck",
              OPENCLAW,
              "probe /startupz, /startupz and /healthz at a port the container declares",
              AgentRuntime::probes),
          ofAgents(
              "agent-mounts",
              "what the agent is, it may read and not write; a place for temporary files it must"
                  + " have",
              OPENCLAW,
              "mount /run/openclaw and the workspace's SOUL.md read-only, and /tmp, in `gateway`",
              AgentRuntime::mounts),
          ofAgents(
              "agent-keys-on-disk",
              "keys on a disk outlive the pod, its agent and their own rotation",
              OPENCLAW,
              "write medium: Memory in the emptyDir that is mounted at /run/openclaw",
              AgentRuntime::memory),
          ofAgents(
              "agent-grace",
              "an agent that is killed while it drains loses what it was told",
              OPENCLAW,
              "write terminationGracePeriodSeconds: 390",
              (pod, found) -> {
                Field grace = pod.spec().at("terminationGracePeriodSeconds");
                if (grace.number() < LEAST_GRACE) {
                  found.at(grace, "must be " + LEAST_GRACE + " or more");
                }
              }),
          ofAgents(
              "init-never-ends",
              "an init container that never ends and is no sidecar keeps the pod from starting",
              "https://kubernetes.io/docs/concepts/workloads/pods/sidecar-containers/",
              "write restartPolicy: Always in the init container",
              (pod, found) ->
                  pod.init().stream()
                      .filter(each -> !ENDING.contains(each.at("name").text()))
                      .map(each -> each.at("restartPolicy"))
                      .filter(each -> !each.is("Always"))
                      .forEach(each -> found.at(each, "must be Always"))),
          error(
              "content-mutable",
              "a soul or a configuration that can be changed in the cluster is not what was"
                  + " reviewed",
              "https://kubernetes.io/docs/concepts/configuration/configmap/#configmap-immutable",
              "write immutable: true in the ConfigMap",
              (set, found) ->
                  set.of("ConfigMap")
                      .filter(each -> !each.at("immutable").is(true))
                      .forEach(each -> found.at(each, each.at("immutable"), "must be true"))));

  private AgentRuntime() {}

  private static ObjectRule ofAgents(
      String id, String reason, String source, String mend, PodJudge judge) {
    return error(id, reason, source, mend, (set, found) -> each(set, found, judge));
  }

  private static void each(ObjectSet set, Found found, PodJudge judge) {
    for (Pod pod : set.agents()) {
      judge.judge(pod, (field, what) -> found.at(pod.owner(), field, what));
    }
  }

  private static void environment(Pod pod, PodFound found) {
    Field variables = pod.gateway().at("env");
    ENVIRONMENT.forEach(
        (name, wanted) -> {
          boolean there =
              variables.items().stream()
                  .filter(each -> each.at("name").is(name))
                  .anyMatch(each -> wanted.matcher(each.at("value").text()).matches());
          if (!there) {
            found.at(variables, "must hold " + name + " as " + wanted);
          }
        });
  }

  private static void probes(Pod pod, PodFound found) {
    Field gateway = pod.gateway();
    PROBES.forEach(
        (probe, path) -> {
          Field http = gateway.at(probe, "httpGet");
          if (!http.at("path").is(path)) {
            found.at(http.at("path"), "must be " + path);
          }
          if (!declares(gateway, http.at("port"))) {
            found.at(http.at("port"), "must be a port the container declares");
          }
        });
  }

  private static boolean declares(Field container, Field port) {
    return !port.absent()
        && container.at("ports").items().stream()
            .anyMatch(
                each ->
                    each.at("name").text().equals(port.text())
                        || each.at("containerPort").text().equals(port.text()));
  }

  private static void mounts(Pod pod, PodFound found) {
    Field mounts = pod.gateway().at("volumeMounts");
    for (String path : List.of("/run/openclaw", "/var/lib/openclaw/workspace/SOUL.md")) {
      boolean readOnly =
          Pod.mount(pod.gateway(), path).filter(each -> each.at("readOnly").is(true)).isPresent();
      if (!readOnly) {
        found.at(mounts, "must hold " + path + " read-only");
      }
    }
    if (Pod.mount(pod.gateway(), "/tmp").isEmpty()) {
      found.at(mounts, "must hold /tmp");
    }
  }

  private static void memory(Pod pod, PodFound found) {
    Field run =
        Pod.mount(pod.gateway(), "/run/openclaw")
            .flatMap(each -> pod.volume(each.at("name").text()))
            .orElseGet(() -> pod.spec().at("volumes"));
    Field medium = run.at("emptyDir", "medium");
    if (!medium.is("Memory")) {
      found.at(medium, "must be Memory");
    }
  }
}
