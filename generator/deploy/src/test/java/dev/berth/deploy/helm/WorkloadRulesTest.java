package dev.berth.deploy.helm;

import static dev.berth.deploy.helm.Workload.map;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the workload rests on and no scanner notices when it goes. */
class WorkloadRulesTest {

  @Test
  void oneWriterThatIsReplacedEvenWhenItNeverWasReady() throws IOException {
    Map<?, ?> spec = Workload.spec();
    assertEquals(1, spec.get("replicas"));
    assertEquals("Parallel", spec.get("podManagementPolicy"));
    assertEquals(
        Map.of("whenDeleted", "Retain", "whenScaled", "Retain"),
        spec.get("persistentVolumeClaimRetentionPolicy"));
  }

  @Test
  void thePodGetsTimeToDrain() throws IOException {
    assertTrue((Integer) Workload.pod().get("terminationGracePeriodSeconds") >= 330 + 60);
  }

  @Test
  void thePodKnowsNothingOfTheClusterItRunsIn() throws IOException {
    Map<?, ?> pod = Workload.pod();
    assertEquals(false, pod.get("automountServiceAccountToken"));
    assertEquals(false, pod.get("enableServiceLinks"));
    for (String host : List.of("hostNetwork", "hostPID", "hostIPC")) {
      assertFalse(pod.containsKey(host), host);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"initContainers", "containers"})
  void podAndContainersBothSayWhoTheyRunAs(String kind) throws IOException {
    Map<?, ?> pod = map(Workload.pod().get("securityContext"));
    Map<?, ?> container = map(Workload.container(kind).get("securityContext"));
    for (Map<?, ?> each : List.of(pod, container)) {
      assertEquals(true, each.get("runAsNonRoot"));
      assertEquals(10001, each.get("runAsUser"));
      assertEquals(10001, each.get("runAsGroup"));
      assertEquals(Map.of("type", "RuntimeDefault"), each.get("seccompProfile"));
    }
    assertEquals(true, container.get("readOnlyRootFilesystem"));
    assertEquals(false, container.get("allowPrivilegeEscalation"));
    assertEquals(Map.of("drop", List.of("ALL")), container.get("capabilities"));
    assertEquals(10001, pod.get("fsGroup"));
  }

  @Test
  void theProbesAskWhatTheyMean() throws IOException {
    Map<?, ?> gateway = Workload.container("containers");
    assertEquals("/startupz", probe(gateway, "startupProbe"));
    assertEquals("/startupz", probe(gateway, "readinessProbe"));
    assertEquals("/healthz", probe(gateway, "livenessProbe"));
  }

  @Test
  void onlyTheFirstContainerSeesTheDeliveredSecrets() throws IOException {
    assertTrue(mounts("initContainers").containsKey("/delivered"));
    assertEquals(
        Map.of(
            "/var/lib/openclaw", false,
            "/var/lib/openclaw/workspace/SOUL.md", true,
            "/run/openclaw", true,
            "/tmp", false),
        mounts("containers"));
  }

  @Test
  void chosenKeysOfKubernetesSecretsAreAllThatIsDelivered() throws IOException {
    Map<?, ?> pod = map(map(Workload.spec("sources-values.yaml").get("template")).get("spec"));
    List<Map<?, ?>> volumes = new ArrayList<>();
    ((List<?>) pod.get("volumes")).forEach(each -> volumes.add(map(each)));
    assertEquals(
        List.of(
            Map.of(
                "name",
                "delivered",
                "projected",
                Map.of(
                    "defaultMode",
                    0440,
                    "sources",
                    List.of(
                        secret("customer", "discord-token", "discord-token"),
                        secret("anthropic-api-key", "value", "model-api-key"))))),
        volumes.stream().filter(each -> each.toString().contains("secret=")).toList());
    List<?> gateway = (List<?>) map(((List<?>) pod.get("containers")).get(0)).get("volumeMounts");
    assertTrue(gateway.stream().noneMatch(each -> map(each).get("name").equals("delivered")));
    List<?> prepare =
        (List<?>) map(((List<?>) pod.get("initContainers")).get(0)).get("volumeMounts");
    assertTrue(
        prepare.contains(Map.of("name", "delivered", "mountPath", "/delivered", "readOnly", true)));
  }

  private static Map<?, ?> secret(String name, String key, String path) {
    return Map.of(
        "secret", Map.of("name", name, "items", List.of(Map.of("key", key, "path", path))));
  }

  @Test
  void keysLieInMemory() throws IOException {
    Map<?, ?> run =
        ((List<?>) Workload.pod().get("volumes"))
            .stream()
                .map(Workload::map)
                .filter(each -> each.get("name").equals("run"))
                .findFirst()
                .orElseThrow();
    assertEquals("Memory", map(run.get("emptyDir")).get("medium"));
  }

  @Test
  void noSecretIsInTheEnvironment() throws IOException {
    Map<?, ?> gateway = Workload.container("containers");
    assertFalse(gateway.containsKey("envFrom"));
    for (Object each : (List<?>) gateway.get("env")) {
      assertFalse(map(each).containsKey("valueFrom"), each.toString());
    }
    assertTrue(
        ((List<?>) gateway.get("env"))
            .contains(Map.of("name", "OPENCLAW_CONFIG_READONLY", "value", "1")));
    assertTrue(
        ((List<?>) gateway.get("env"))
            .contains(Map.of("name", "NODE_OPTIONS", "value", "--max-old-space-size=1536")));
  }

  @Test
  void imagesAreRunByDigest() throws IOException {
    String image = "ghcr.io/openclaw/openclaw:2026.9.6-slim@sha256:" + "1".repeat(64);
    assertEquals(image, Workload.container("initContainers").get("image"));
    assertEquals(image, Workload.container("containers").get("image"));
  }

  @Test
  void aPodGoesWhereItsPoolIs() throws IOException {
    Map<?, ?> pod = Workload.pod();
    assertEquals("gvisor", pod.get("runtimeClassName"));
    assertEquals(Map.of("cloud.google.com/gke-nodepool", "sandboxed"), pod.get("nodeSelector"));
    assertEquals(
        List.of(
            Map.of(
                "key", "sandbox.gke.io/runtime",
                "operator", "Equal",
                "value", "gvisor",
                "effect", "NoSchedule")),
        pod.get("tolerations"));
  }

  private static Object probe(Map<?, ?> container, String probe) {
    return map(map(container.get(probe)).get("httpGet")).get("path");
  }

  /** Whether each mount is read-only, by path. */
  private static Map<Object, Boolean> mounts(String kind) throws IOException {
    return ((List<?>) Workload.container(kind).get("volumeMounts"))
        .stream()
            .map(Workload::map)
            .collect(
                Collectors.toMap(
                    each -> each.get("mountPath"),
                    each -> Boolean.TRUE.equals(each.get("readOnly"))));
  }
}
