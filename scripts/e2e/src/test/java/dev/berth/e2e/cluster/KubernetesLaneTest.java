package dev.berth.e2e.cluster;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** The whole rendered fleet in a real cluster. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class KubernetesLaneTest {

  private static Lane lane;

  @BeforeAll
  static void start() throws IOException, GeneralSecurityException {
    lane = Lane.start();
  }

  @AfterAll
  static void stop() {
    if (lane != null) {
      lane.close();
    }
  }

  @Test
  @Order(1)
  void everyObjectIsAcceptedAsItWasRendered() {
    assertAll(
        lane.answers().entrySet().stream()
            .map(
                said ->
                    () ->
                        assertTrue(
                            said.getValue().accepted(),
                            () -> said.getKey() + ": " + said.getValue().reason())));
  }

  @Test
  @Order(1)
  void whatIsMeantForTheWholeClusterIsAmongThem() {
    assertEquals(1, lane.all("ClusterNetworkPolicy").size());
  }

  @Test
  @Order(1)
  void noObjectGetsAWarning() {
    assertAll(
        lane.answers().entrySet().stream()
            .map(
                said ->
                    () ->
                        assertEquals(
                            List.of(),
                            said.getValue().warnings(),
                            () -> said.getKey().toString())));
  }

  @Test
  @Order(2)
  void everyAgentGetsItsPodUnderTheRestrictedLevel() throws IOException {
    for (KubernetesObject team : lane.all("Namespace")) {
      assertEquals(
          "restricted",
          team.tree()
              .path("metadata")
              .path("labels")
              .path("pod-security.kubernetes.io/enforce")
              .asText(),
          team.toString());
    }
    assertEquals(
        lane.agents(),
        lane.all("StatefulSet").stream()
            .map(workload -> workload.namespace() + "/" + workload.name())
            .sorted()
            .toList());
    lane.awaitRest();
    for (KubernetesObject team : lane.all("Namespace")) {
      assertEquals(List.of(), lane.failedCreates(team.name()), team.toString());
    }
  }

  /** The kubelet starts init containers in their order, and stops sidecars after the agent. */
  @Test
  @Order(2)
  void whatCarriesKnowledgeComesBeforeTheAgentAndStaysBesideIt() {
    lane.awaitRest();
    Map<List<String>, Long> orders =
        lane.all("StatefulSet").stream()
            .map(workload -> lane.api().get(Lane.podOf(workload)).body().path("spec"))
            .collect(
                Collectors.groupingBy(
                    pod ->
                        StreamSupport.stream(pod.path("initContainers").spliterator(), false)
                            .map(each -> each.path("name").asText() + policy(each))
                            .toList(),
                    Collectors.counting()));
    assertEquals(
        Map.of(
            List.of("prepare", "knowledge-pull", "knowledge-push Always"),
            11L,
            // It has no knowledge of its own.
            List.of("prepare"),
            1L),
        orders);
  }

  private static String policy(JsonNode container) {
    return container.has("restartPolicy") ? " " + container.path("restartPolicy").asText() : "";
  }

  @Test
  @Order(3)
  void aSecondApplyChangesNothing() {
    lane.awaitRest();
    List<String> before = lane.versions();
    List<String> answered = new ArrayList<>();
    for (KubernetesObject object : lane.answers().keySet()) {
      answered.add(object + " " + lane.api().apply(object).resourceVersion());
    }
    assertEquals(String.join("\n", before), String.join("\n", answered));
    assertEquals(String.join("\n", before), String.join("\n", lane.versions()));
  }

  @Test
  @Order(4)
  void everyTeamStaysWithinItsQuota() {
    for (KubernetesObject quota : lane.all("ResourceQuota")) {
      JsonNode status = lane.api().get(quota).body().path("status");
      for (Map.Entry<String, JsonNode> hard : status.path("hard").properties()) {
        BigDecimal most = Quantity.of(hard.getValue().asText());
        BigDecimal used = Quantity.of(status.path("used").path(hard.getKey()).asText());
        assertTrue(used.compareTo(most) <= 0, () -> quota + " " + hard.getKey() + ": " + used);
      }
    }
  }

  @Test
  @Order(5)
  void aPodBeyondTheQuotaIsRefused() {
    for (KubernetesObject quota : lane.all("ResourceQuota")) {
      String pods = "/api/v1/namespaces/" + quota.namespace() + "/pods";
      JsonNode status = lane.api().get(quota).body().path("status");
      int room =
          status.path("hard").path("pods").asInt() - status.path("used").path("pods").asInt();
      List<Answer> answers = new ArrayList<>();
      KubernetesObject agent =
          lane.all("StatefulSet").stream()
              .filter(each -> each.namespace().equals(quota.namespace()))
              .findFirst()
              .orElseThrow();
      for (int number = 0; number <= room; number++) {
        answers.add(lane.api().create(pods, Pods.like(agent, "extra-" + number).toString()));
      }
      for (int number = 0; number <= room; number++) {
        lane.api().delete(pods + "/extra-" + number);
      }
      Answer last = answers.get(room);
      assertEquals(403, last.status(), quota.toString());
      assertTrue(last.reason().contains("exceeded quota: " + quota.name()), last.reason());
    }
  }

  @Test
  @Order(7)
  void podSecurityReallyJudges() {
    ObjectNode team = lane.all("Namespace").get(0).tree();
    meta(team).put("name", "control");
    // No team's namespace, or the policies of Berth would refuse the workload before Pod Security.
    meta(team).withObject("/labels").remove("app.kubernetes.io/managed-by");
    KubernetesObject agent = lane.all("StatefulSet").get(0);
    ObjectNode account =
        lane.all("ServiceAccount").stream()
            .filter(
                one -> one.namespace().equals(agent.namespace()) && one.name().equals(agent.name()))
            .findFirst()
            .orElseThrow()
            .tree();
    meta(account).put("namespace", "control");
    ObjectNode workload = agent.tree();
    meta(workload).put("namespace", "control");
    workload
        .findParents("seccompProfile")
        .forEach(part -> ((ObjectNode) part).remove("seccompProfile"));

    for (ObjectNode object : List.of(team, account)) {
      Answer answer = lane.api().apply(KubernetesObject.of(object.toString()));
      assertTrue(answer.accepted(), answer.reason());
    }
    Answer answer = lane.api().apply(KubernetesObject.of(workload.toString()));
    assertTrue(answer.warnings().toString().contains("seccompProfile"), answer.toString());
    Await.until(
        "FailedCreate of the bad StatefulSet",
        Lane.PATIENCE,
        () ->
            lane.failedCreates("control").stream()
                .anyMatch(message -> message.contains("violates PodSecurity")));
  }

  @Test
  @Order(8)
  void anUnknownFieldIsRefusedInEveryKind() {
    for (KubernetesObject object : lane.answers().keySet()) {
      ObjectNode misspelt = object.tree();
      misspelt.put("sepc", "");
      Answer answer = lane.api().apply(KubernetesObject.of(misspelt.toString()));
      assertFalse(answer.accepted(), object.toString());
      assertTrue(answer.reason().contains("sepc"), () -> object + ": " + answer.reason());
    }
  }

  private static ObjectNode meta(ObjectNode object) {
    return object.withObject("/metadata");
  }
}
