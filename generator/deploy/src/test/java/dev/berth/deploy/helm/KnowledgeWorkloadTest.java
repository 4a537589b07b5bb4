package dev.berth.deploy.helm;

import static dev.berth.deploy.helm.Workload.map;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What carries an agent's knowledge: when it runs, what it is told and what it sees. */
class KnowledgeWorkloadTest {

  private static final String HOME = "/var/lib/openclaw";

  private static String values() throws IOException {
    return Files.readString(HelmTemplateTest.CHART.resolve("ci/knowledge-values.yaml"));
  }

  private static Map<?, ?> pod(String values) {
    return map(map(Workload.rendered("StatefulSet", values).get("template")).get("spec"));
  }

  private static List<Map<String, Object>> containers(Map<?, ?> pod, String kind) {
    return ((List<?>) pod.get(kind))
        .stream()
            .map(
                each -> {
                  Map<String, Object> container = new TreeMap<>();
                  map(each).forEach((key, value) -> container.put(key.toString(), value));
                  return container;
                })
            .toList();
  }

  private static List<String> init(Map<?, ?> pod) {
    return containers(pod, "initContainers").stream()
        .map(each -> each.get("name") + " " + each.getOrDefault("restartPolicy", "ends"))
        .toList();
  }

  private static Map<String, Object> named(String name) throws IOException {
    return containers(pod(values()), "initContainers").stream()
        .filter(each -> name.equals(each.get("name")))
        .findFirst()
        .orElseThrow();
  }

  /** Path, and what of which volume; with an exclamation mark where it may be written. */
  private static Map<String, String> mounts(Map<String, Object> container) {
    Map<String, String> mounts = new TreeMap<>();
    for (Object each : (List<?>) container.get("volumeMounts")) {
      Map<?, ?> mount = map(each);
      String part = mount.containsKey("subPath") ? "/" + mount.get("subPath") : "";
      String writable = Boolean.TRUE.equals(mount.get("readOnly")) ? "" : "!";
      mounts.put(mount.get("mountPath").toString(), mount.get("name") + part + writable);
    }
    return mounts;
  }

  @Test
  void itIsPulledBeforeTheAgentStartsAndPushedUntilItHasEnded() throws IOException {
    assertEquals(
        List.of("prepare ends", "knowledge-pull ends", "knowledge-push Always"),
        init(pod(values())));
  }

  @Test
  void whoeverPullsBecomesTheWriter() throws IOException {
    assertEquals(
        List.of(
            "pull",
            "--store",
            "gs://acme-knowledge/agents/support/customer/",
            "--home",
            HOME,
            "--claim",
            "--writer",
            "support-customer",
            "--soul",
            "/run/openclaw/soul/SOUL.md",
            "--config",
            "/run/openclaw/config/openclaw.json",
            "--shared",
            "faq=gs://acme-knowledge/faq/"),
        named("knowledge-pull").get("args"));
  }

  @Test
  void whatWatchesPushesEveryQuarterOfAnHourAndAnswers() throws IOException {
    Map<String, Object> push = named("knowledge-push");
    assertEquals(
        List.of(
            "watch",
            "--store",
            "gs://acme-knowledge/agents/support/customer/",
            "--home",
            HOME,
            "--every",
            "15m",
            "--listen",
            "0.0.0.0:9464",
            "--soul",
            "/run/openclaw/soul/SOUL.md",
            "--config",
            "/run/openclaw/config/openclaw.json",
            "--shared",
            "faq=gs://acme-knowledge/faq/"),
        push.get("args"));
    Map<String, String> healthz = Map.of("path", "/healthz", "port", "knowledge");
    assertEquals(healthz, map(push.get("startupProbe")).get("httpGet"));
    assertEquals(healthz, map(push.get("livenessProbe")).get("httpGet"));
    // An outage of the bucket must not take the agent's Service away.
    assertFalse(push.containsKey("readinessProbe"));
    assertEquals(
        List.of(Map.of("name", "knowledge", "containerPort", 9464, "protocol", "TCP")),
        push.get("ports"));
  }

  @Test
  void itSeesNoKeysAndOfTheDiskWhatItCarries() throws IOException {
    assertEquals(
        Map.of(
            HOME,
            "state!",
            "/run/openclaw/soul",
            "run/soul",
            "/run/openclaw/config",
            "run/config",
            "/tmp",
            "spool!"),
        mounts(named("knowledge-pull")));
    assertEquals(
        Map.of(
            HOME + "/workspace",
            "state/workspace",
            HOME + "/.knowledge",
            "state/.knowledge!",
            HOME + "/shared",
            "state/shared!",
            "/run/openclaw/soul",
            "run/soul",
            "/run/openclaw/config",
            "run/config",
            "/tmp",
            "spool!"),
        mounts(named("knowledge-push")));
  }

  @Test
  void theAgentReadsSharedFoldersAndWritesNone() throws IOException {
    assertEquals(
        Map.of(
            HOME,
            "state!",
            HOME + "/workspace/SOUL.md",
            "run/soul/SOUL.md",
            HOME + "/workspace/shared",
            "state/shared",
            HOME + "/shared",
            "state/shared",
            HOME + "/.knowledge",
            "state/.knowledge",
            "/run/openclaw",
            "run",
            "/tmp",
            "tmp!"),
        mounts(containers(pod(values()), "containers").get(0)));
  }

  @Test
  void nothingSecretIsInItsEnvironment() throws IOException {
    for (String each : List.of("knowledge-pull", "knowledge-push")) {
      assertEquals(
          List.of(Map.of("name", "LC_ALL", "value", "C.UTF-8")), named(each).get("env"), each);
    }
  }

  @Test
  void whatMayOnlyBeReadIsPulledAndNeverClaimed() throws IOException {
    Map<?, ?> pod = pod(values().replace("push: true", "push: false"));
    assertEquals(List.of("prepare ends", "knowledge-pull ends"), init(pod));
    List<?> args = (List<?>) containers(pod, "initContainers").get(1).get("args");
    assertFalse(args.contains("--claim"), args::toString);
  }

  @Test
  void withoutAStoreThereIsNoneOfIt() throws IOException {
    Map<?, ?> pod = pod(Files.readString(HelmTemplateTest.CHART.resolve("ci/agent-values.yaml")));
    assertEquals(List.of("prepare ends"), init(pod));
    assertFalse(pod.toString().contains("knowledge"), pod::toString);
    assertFalse(pod.toString().contains("spool"), pod::toString);
    assertTrue(pod(values()).toString().contains("spool"));
  }
}
