package dev.berth.e2e.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Hand edits in a real cluster: what should pass passes, what should not is refused, and by what.
 */
class AdmissionLaneTest {

  private static final Pattern RULE =
      Pattern.compile(
          "ValidatingAdmissionPolicy '[a-z-]+' with binding '[a-z-]+' denied request: ([a-z-]+):");

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
  void theServerFindsNoFaultInAnyExpression() {
    for (KubernetesObject policy : lane.all("ValidatingAdmissionPolicy")) {
      JsonNode status = lane.api().get(policy).body().path("status");
      assertTrue(
          status.path("typeChecking").path("expressionWarnings").isEmpty(), status::toString);
    }
  }

  /** Where nobody enforces host names, policies say something else: so a golden case has it. */
  @Test
  void theServerTakesThePoliciesOfOtherClusters() throws IOException {
    Path golden = Path.of("../../generator/cli/src/test/golden/waived-hosts-stay-open/then/files");
    List<KubernetesObject> policies =
        KubernetesObject.below(golden).stream()
            .filter(each -> each.is("ValidatingAdmissionPolicy"))
            .toList();
    assertEquals(lane.all("ValidatingAdmissionPolicy").size(), policies.size());
    assertTrue(policies.stream().anyMatch(each -> each.text().contains("p.ipBlock.except")));
    for (KubernetesObject policy : policies) {
      assertEquals("", rule(lane.api().judge(policy)), policy.toString());
    }
  }

  @TestFactory
  Stream<DynamicTest> anEditedWorkload() {
    return Stream.concat(
        judged(PodEdits.all(), "StatefulSet", ""), judged(KnowledgeEdits.all(), "StatefulSet", ""));
  }

  @TestFactory
  Stream<DynamicTest> anEditedPolicy() {
    String agent = lane.all("StatefulSet").get(0).name();
    return Stream.concat(
        judged(WallEdits.ofAgent(), "NetworkPolicy", agent),
        judged(WallEdits.ofDefaultDeny(), "NetworkPolicy", "default-deny"));
  }

  @TestFactory
  Stream<DynamicTest> anEditedRight() {
    return Stream.of(
            judged(RightEdits.ofRole(), "Role", ""),
            judged(RightEdits.ofBinding(), "RoleBinding", ""),
            judged(RightEdits.ofNewBinding(), "RoleBinding", ""))
        .flatMap(each -> each);
  }

  @TestFactory
  Stream<DynamicTest> anEditedNamespace() {
    return judged(NamespaceEdits.all(), "Namespace", "");
  }

  /** Labels can be written through a subresource too. */
  @Test
  void aNamespaceIsNotOpenedByItsStatus() {
    String path = "/api/v1/namespaces/" + lane.all("StatefulSet").get(0).namespace();
    ObjectNode namespace = (ObjectNode) lane.api().get(path).body();
    assertTrue(lane.api().replace(path + "/status?dryRun=All", namespace.toString()).accepted());
    NamespaceEdits.labels(namespace).remove("app.kubernetes.io/managed-by");
    assertEquals(
        "namespace-opened",
        rule(lane.api().replace(path + "/status?dryRun=All", namespace.toString())));
  }

  /** Every rule is seen to refuse something. */
  @Test
  void noRuleIsWithoutAnEditItRefuses() {
    Set<String> tried = new TreeSet<>();
    Stream.of(
            PodEdits.all(),
            KnowledgeEdits.all(),
            WallEdits.ofAgent(),
            WallEdits.ofDefaultDeny(),
            RightEdits.ofRole(),
            RightEdits.ofBinding(),
            RightEdits.ofNewBinding(),
            NamespaceEdits.all())
        .flatMap(List::stream)
        .map(Edit::rule)
        .filter(rule -> !rule.isEmpty())
        .forEach(tried::add);
    // What no server-side apply can say: these two have tests of their own.
    tried.add("debug-container");
    tried.add("environment-twice");
    Set<String> written = new TreeSet<>();
    for (KubernetesObject policy : lane.all("ValidatingAdmissionPolicy")) {
      for (JsonNode each : policy.tree().path("spec").path("validations")) {
        written.add(each.path("message").asText().split(":", 2)[0]);
      }
    }
    assertEquals(written, tried);
  }

  @Test
  void aPodThatIsNoAgentsIsRefused() {
    KubernetesObject agent = lane.all("StatefulSet").get(0);
    String pods = "/api/v1/namespaces/" + agent.namespace() + "/pods?dryRun=All";
    ObjectNode legal = Pods.like(agent, "by-hand");
    assertTrue(lane.api().create(pods, legal.toString()).accepted());
    ObjectNode onTheHost = legal.deepCopy();
    onTheHost.withObject("/spec").put("hostNetwork", true);
    assertEquals(403, lane.api().create(pods, onTheHost.toString()).status());
    ObjectNode stranger = legal.deepCopy();
    stranger.withObject("/metadata").remove("labels");
    assertEquals("other-account", rule(lane.api().create(pods, stranger.toString())));
  }

  @Test
  void aVariableIsNotThereTwice() {
    KubernetesObject agent = lane.all("StatefulSet").get(0);
    String pods = "/api/v1/namespaces/" + agent.namespace() + "/pods?dryRun=All";
    ObjectNode pod = Pods.like(agent, "by-hand");
    ObjectNode container = (ObjectNode) pod.path("spec").path("containers").get(0);
    Edit.add(container, "/env", "{\"name\": \"HOME\", \"value\": \"/tmp\"}");
    assertEquals("environment-twice", rule(lane.api().create(pods, pod.toString())));
  }

  /** {@code berth probe} runs beside the agents it asks for. */
  @TestFactory
  Stream<DynamicTest> aProbeIsAdmitted() throws IOException {
    List<KubernetesObject> jobs = KubernetesObject.below(Path.of(System.getenv("BERTH_PROBES")));
    assertEquals(lane.all("StatefulSet").size(), jobs.size());
    return jobs.stream()
        .map(
            job ->
                DynamicTest.dynamicTest(
                    job.toString(),
                    () -> {
                      assertEquals("", rule(lane.api().judge(job)));
                      ObjectNode pod = Pods.like(job, job.name());
                      String pods = "/api/v1/namespaces/" + job.namespace() + "/pods?dryRun=All";
                      assertEquals("", rule(lane.api().create(pods, pod.toString())));
                    }));
  }

  @Test
  void nothingIsAddedToARunningAgent() {
    lane.awaitRest();
    KubernetesObject agent = lane.all("StatefulSet").get(0);
    ObjectNode pod = (ObjectNode) lane.api().get(Lane.podOf(agent)).body();
    Edit.add(
        pod.withObject("/spec"),
        "/ephemeralContainers",
        """
        {"name": "debugger", "image": "example.com/shell:1"}
        """);
    Answer answer = lane.api().replace(Lane.podOf(agent) + "/ephemeralcontainers", pod.toString());
    assertFalse(answer.accepted(), answer.toString());
  }

  /** The walls stand around teams, and nobody else's namespace. */
  @Test
  void otherNamespacesAreNotJudged() {
    Answer answer =
        lane.api()
            .create(
                "/apis/rbac.authorization.k8s.io/v1/namespaces/default/roles?dryRun=All",
                """
                {"apiVersion": "rbac.authorization.k8s.io/v1", "kind": "Role",
                 "metadata": {"name": "any"},
                 "rules": [{"apiGroups": [""], "resources": ["secrets"], "verbs": ["get"]}]}
                """);
    assertTrue(answer.accepted(), answer.reason());
  }

  private static Stream<DynamicTest> judged(List<Edit> edits, String kind, String name) {
    KubernetesObject object =
        lane.all(kind).stream()
            .filter(each -> name.isEmpty() || each.name().equals(name))
            .findFirst()
            .orElseThrow();
    List<DynamicTest> tests = new ArrayList<>();
    for (Edit edit : edits) {
      tests.add(
          DynamicTest.dynamicTest(
              kind + ": " + edit.what(),
              () -> assertEquals(edit.rule(), rule(lane.api().judge(edit.of(object))))));
    }
    return tests.stream();
  }

  /** The id of the rule that refused; empty when nothing did. */
  private static String rule(Answer answer) {
    if (answer.accepted()) {
      return "";
    }
    Matcher refusal = RULE.matcher(answer.reason());
    return refusal.find() ? refusal.group(1) : answer.status() + " " + answer.reason();
  }
}
