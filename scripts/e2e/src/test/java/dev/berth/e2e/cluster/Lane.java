package dev.berth.e2e.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A cluster that holds the rendered fleet, once applied. */
final class Lane implements AutoCloseable {

  static final Duration PATIENCE = Duration.ofMinutes(2);

  private final ControlPlane plane;
  private final List<KubernetesObject> objects;
  private final Map<KubernetesObject, Answer> answers = new LinkedHashMap<>();

  private Lane(ControlPlane plane, List<KubernetesObject> objects) {
    this.plane = plane;
    this.objects = objects;
  }

  /** Starts the control plane, gives it what GKE brings, and applies the fleet once. */
  static Lane start() throws IOException, GeneralSecurityException {
    return start("control-plane", KubernetesObject.below(rendered()));
  }

  /**
   * The same with other objects.
   *
   * @param folder below {@code target/}, for the cluster's own files
   * @param fleet in the order in which they can be applied
   */
  static Lane start(String folder, List<KubernetesObject> fleet)
      throws IOException, GeneralSecurityException {
    List<KubernetesObject> kinds = KubernetesObject.below(crds());
    Lane lane = new Lane(ControlPlane.start(Path.of("target", folder).toAbsolutePath()), fleet);
    try {
      lane.prepare(kinds);
      lane.apply();
      return lane;
    } catch (RuntimeException | AssertionError failure) {
      lane.close();
      throw failure;
    }
  }

  private void prepare(List<KubernetesObject> kinds) {
    List<KubernetesObject> gke = new ArrayList<>(kinds);
    gke.add(
        KubernetesObject.of(
            """
            apiVersion: storage.k8s.io/v1
            kind: StorageClass
            metadata:
              name: standard-rwo
            provisioner: pd.csi.storage.gke.io
            volumeBindingMode: WaitForFirstConsumer
            """));
    gke.add(
        KubernetesObject.of(
            """
            apiVersion: node.k8s.io/v1
            kind: RuntimeClass
            metadata:
              name: gvisor
            handler: gvisor
            scheduling:
              nodeSelector:
                sandbox.gke.io/runtime: gvisor
              tolerations:
                - key: sandbox.gke.io/runtime
                  operator: Equal
                  value: gvisor
                  effect: NoSchedule
            """));
    for (KubernetesObject object : gke) {
      Answer answer = api().apply(object);
      assertTrue(answer.accepted(), () -> object + ": " + answer.reason());
    }
    for (KubernetesObject kind : kinds) {
      Await.until(kind + " is served", PATIENCE, () -> established(api().get(kind).body()));
    }
  }

  private static boolean established(JsonNode kind) {
    for (JsonNode condition : kind.path("status").path("conditions")) {
      if (condition.path("type").asText().equals("Established")) {
        return condition.path("status").asText().equals("True");
      }
    }
    return false;
  }

  private void apply() {
    for (KubernetesObject object : objects) {
      answers.put(object, api().apply(object));
      if (object.is("ResourceQuota")) {
        // Until a quota has been counted once, every pod under it is refused.
        Await.until(
            object + " is counted",
            PATIENCE,
            () -> !api().get(object).body().path("status").path("hard").isMissingNode());
      }
    }
    all("ValidatingAdmissionPolicy").forEach(this::awaitInForce);
  }

  /**
   * A policy judges a moment after it was accepted; types are checked by the controller manager.
   */
  private void awaitInForce(KubernetesObject policy) {
    Await.until(
        policy + " is type-checked",
        PATIENCE,
        () -> {
          JsonNode status = api().get(policy).body().path("status");
          return status.has("typeChecking") || status.has("observedGeneration");
        });
  }

  ApiServer api() {
    return plane.api();
  }

  /** What the server said to the first apply, object by object. */
  Map<KubernetesObject, Answer> answers() {
    return answers;
  }

  List<KubernetesObject> all(String kind) {
    List<KubernetesObject> found = objects.stream().filter(object -> object.is(kind)).toList();
    assertTrue(!found.isEmpty(), () -> "nothing of kind " + kind + " was rendered");
    return found;
  }

  /** The folders of agents, as {@code <team>/<agent>}, sorted. */
  List<String> agents() throws IOException {
    Path teams = rendered().resolve("teams");
    try (Stream<Path> folders = Files.find(teams, 2, (path, file) -> file.isDirectory())) {
      return folders
          .map(teams::relativize)
          .filter(folder -> folder.getNameCount() == 2)
          .map(folder -> folder.getName(0) + "/" + folder.getName(1))
          .sorted()
          .toList();
    }
  }

  /** Why pods of the namespace could not be created, as the controllers say it. */
  List<String> failedCreates(String namespace) {
    Answer events = api().get("/api/v1/namespaces/" + namespace + "/events");
    assertEquals(200, events.status());
    List<String> failed = new ArrayList<>();
    for (JsonNode event : events.body().path("items")) {
      if (event.path("reason").asText().equals("FailedCreate")) {
        failed.add(event.path("message").asText());
      }
    }
    return failed;
  }

  /** Waits until the controllers have made what the fleet asks for and nothing moves any more. */
  void awaitRest() {
    for (KubernetesObject workload : all("StatefulSet")) {
      Await.until(
          "the pod of " + workload,
          PATIENCE,
          () -> {
            assertEquals(List.of(), failedCreates(workload.namespace()), workload.toString());
            return api().get(podOf(workload)).accepted();
          });
    }
    List<String> before = new ArrayList<>();
    Await.until(
        "rest",
        PATIENCE,
        () -> {
          List<String> now = versions();
          boolean rests = now.equals(before);
          before.clear();
          before.addAll(now);
          pause();
          return rests;
        });
  }

  List<String> versions() {
    return objects.stream()
        .map(object -> object + " " + api().get(object).resourceVersion())
        .toList();
  }

  static String podOf(KubernetesObject workload) {
    return "/api/v1/namespaces/" + workload.namespace() + "/pods/" + workload.name() + "-0";
  }

  private static void pause() {
    try {
      Thread.sleep(2_000);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", stop);
    }
  }

  @Override
  public void close() {
    plane.close();
  }

  /** What {@code berth render} wrote. */
  static Path rendered() {
    String folder =
        System.getProperty("berth.rendered", System.getenv().getOrDefault("BERTH_RENDERED", ""));
    if (folder.isEmpty()) {
      throw new IllegalStateException(
          "BERTH_RENDERED must be a folder that `berth render --out` wrote: run"
              + " scripts/e2e/kubernetes");
    }
    return Path.of(folder);
  }

  private static Path crds() {
    Path folder =
        Path.of(System.getenv().getOrDefault("BERTH_CRDS", "../../../shared/crds"))
            .toAbsolutePath()
            .normalize();
    if (!Files.isDirectory(folder)) {
      throw new IllegalStateException(
          folder
              + " is missing: set BERTH_CRDS to a folder with the custom resource definitions of"
              + " FQDNNetworkPolicy and SecretProviderClass");
    }
    return folder;
  }
}
