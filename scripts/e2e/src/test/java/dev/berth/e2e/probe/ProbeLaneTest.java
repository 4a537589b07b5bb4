package dev.berth.e2e.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.berth.deploy.kubernetes.ClusterRefused;
import dev.berth.deploy.kubernetes.JobOutcome;
import dev.berth.deploy.kubernetes.JobRunner;
import dev.berth.deploy.kubernetes.KubernetesCluster;
import dev.berth.e2e.cluster.Answer;
import dev.berth.e2e.cluster.ApiServer;
import dev.berth.e2e.cluster.Await;
import dev.berth.e2e.cluster.ControlPlane;
import dev.berth.e2e.cluster.KubernetesObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * `./berth probe` against a real API server and its real Job controller, quotas and Pod Security.
 * Only the kubelet and the network of the pods are stood in for: {@link Kubelet}.
 */
class ProbeLaneTest {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /** What a probe needs around it; the rest is the Kubernetes lane's. */
  private static final Set<String> KINDS =
      Set.of("Namespace", "ResourceQuota", "LimitRange", "ServiceAccount", "NetworkPolicy");

  private static ControlPlane plane;
  private static Loopback loopback;
  private static int tls;
  private static int wall;
  private static int hole;
  private static String google;

  @BeforeAll
  static void start() throws Exception {
    loopback = new Loopback();
    Path folder = Files.createDirectories(Path.of("target", "probe").toAbsolutePath());
    tls = loopback.tls(folder);
    wall = loopback.blackHole();
    hole = loopback.listening(socket -> {});
    google =
        loopback.http(
            exchange -> {
              String query = String.valueOf(exchange.getRequestURI().getQuery());
              boolean granted = !query.startsWith("prefix=denied/");
              boolean secret = exchange.getRequestURI().getPath().contains("/secrets/denied");
              Loopback.answer(
                  exchange, granted && !secret ? 200 : 403, "{\"access_token\":\"a-token\"}");
            });
    plane = ControlPlane.start(folder.resolve("control-plane"));
    for (KubernetesObject object : KubernetesObject.below(rendered().resolve("teams"))) {
      if (KINDS.contains(object.kind())) {
        Answer answer = api().apply(object);
        assertTrue(answer.accepted(), () -> object + ": " + answer.reason());
        if (object.is("ResourceQuota")) {
          Await.until(
              object + " is counted",
              PATIENCE,
              () -> !api().get(object).body().path("status").path("hard").isMissingNode());
        }
      }
    }
  }

  @AfterAll
  static void stop() throws Exception {
    if (plane != null) {
      plane.close();
    }
    loopback.close();
  }

  @AfterEach
  void nothingIsLeft() {
    Await.until("no Job is left", PATIENCE, () -> jobs().isEmpty());
    Await.until("no pod is left", PATIENCE, () -> names("/api/v1/pods").isEmpty());
  }

  @Test
  void aFleetThatIsAsDeclaredPasses() throws Exception {
    Berth.Said said =
        probed((agent, asked) -> asDeclared(asked), "support/customer", "research/reader");
    assertTrue(
        said.text()
            .matches(
                "(?s)research/reader +[0-9]+ as declared\nsupport/customer +[0-9]+ as declared\n"
                    + "As declared: 2 of 2 agents\\..*"),
        said.text());
    assertEquals(0, said.exitCode());
  }

  @Test
  void aHoleAndAShutWayAreToldByName() throws Exception {
    Berth.Said said =
        probed(
            (agent, asked) -> {
              asDeclared(asked);
              return agent.equals("support/customer")
                  ? but(but(asked, "host/dns.google", hole), "host/discord.com", wall)
                  : asked;
            },
            "support/customer",
            "support/triage");
    assertTrue(said.text().contains(" as declared, 1 hole, 1 shut\n"), said.text());
    assertTrue(said.text().contains("\n  hole      host/dns.google  connected\n"), said.text());
    assertTrue(
        said.text()
            .contains("\n  shut      host/discord.com  timeout  agents/support/customer.yaml:"),
        said.text());
    assertTrue(said.text().contains("As declared: 1 of 2 agents. Different: 1."), said.text());
    assertEquals(3, said.exitCode());
  }

  private static Berth.Said probed(
      BiFunction<String, ObjectNode, ObjectNode> network, String... agents) throws Exception {
    List<String> command = new ArrayList<>(List.of("probe"));
    command.addAll(List.of(agents));
    Kubelet kubelet = new Kubelet(api(), network);
    try {
      return Berth.run(plane, command.toArray(String[]::new));
    } finally {
      kubelet.close();
    }
  }

  @Test
  void whatTheClusterSaysNoToIsToldAtOnce() throws Exception {
    String job = Berth.run(plane, "probe", "support/customer", "--dry-run").text();
    try (JobRunner runner = runner()) {
      assertRefused(runner, job.replace("drop: [ALL]", "drop: []"), "violates PodSecurity");
      assertRefused(runner, job.replace("\"100m\"", "\"64\""), "maximum cpu usage per Container");
      assertRefused(runner, job.replace("\"support\"", "\"nobody\""), "404: ");
    }
  }

  private static void assertRefused(JobRunner runner, String job, String why) {
    JobOutcome outcome = runner.run(job, PATIENCE);
    String said = assertInstanceOf(JobOutcome.NotRun.class, outcome).why();
    assertTrue(said.contains(why), said);
    assertFalse(said.startsWith("not done after"), said);
  }

  /** There is no scheduler here: a pod stays without a node, as on nodes that are full. */
  @Test
  void whatDoesNotEndIsGivenUpAndTakenAway() throws Exception {
    String job = Berth.run(plane, "probe", "support/customer", "--dry-run").text();
    try (JobRunner runner = runner()) {
      assertEquals(
          new JobOutcome.NotRun("not done after 3 s: its pod has no node yet"),
          runner.run(job, Duration.ofSeconds(3)));
    }
  }

  /** A full team has room for as many probes as run at once, and for no other pod. */
  @Test
  void aFullTeamIsProbedToo() throws Exception {
    JsonNode quota =
        api().get("/api/v1/namespaces/support/resourcequotas/team").body().path("status");
    int pods = quota.path("hard").path("pods").asInt();
    int agents = quota.path("hard").path("persistentvolumeclaims").asInt();
    assertEquals(agents + 4, pods);
  }

  @Test
  void theProbesPodIsTheAgentsToItsPoliciesAndNotToItsService() throws Exception {
    String job = Berth.run(plane, "probe", "support/customer", "--dry-run").text();
    JsonNode labels =
        KubernetesObject.of(job)
            .tree()
            .path("spec")
            .path("template")
            .path("metadata")
            .path("labels");
    List<String> selecting = new ArrayList<>();
    for (KubernetesObject object : KubernetesObject.below(rendered().resolve("teams/support"))) {
      JsonNode spec = object.tree().path("spec");
      for (JsonNode selector :
          List.of(
              spec.path("podSelector").path("matchLabels"),
              object.is("Service")
                  ? spec.path("selector")
                  : spec.path("selector").path("matchLabels"))) {
        if (!selector.isEmpty()
            && selector.properties().stream()
                .allMatch(each -> each.getValue().equals(labels.path(each.getKey())))) {
          selecting.add(object.toString());
        }
      }
    }
    assertEquals(
        List.of(
            "FQDNNetworkPolicy support/customer",
            "FQDNNetworkPolicy support/customer.2",
            "NetworkPolicy support/customer"),
        selecting.stream().sorted().toList());
  }

  @Test
  void endingItTakesEveryJobAway() throws Exception {
    // No kubelet: the probes are under way for ever.
    Process berth = Berth.start(plane, "probe", "--at-once", "6");
    Await.until("six probes are under way", PATIENCE, () -> jobs().size() == 6);
    // As Ctrl-C ends it; but what a shell started in the background hears nothing of that signal.
    new ProcessBuilder("kill", "-TERM", Long.toString(berth.pid())).start().waitFor();
    assertTrue(berth.waitFor(1, TimeUnit.MINUTES), "it does not end");
    String said = new String(berth.getInputStream().readAllBytes());
    assertTrue(said.contains("Interrupted. Every Job of this run is deleted."), said);
    assertFalse(said.contains("a bug"), said);
    assertEquals(List.of(), jobs());
  }

  @Test
  void noOtherClusterIsTakenForTheOneThatWasNamed() {
    try {
      KubernetesCluster.jobs(List.of(Path.of("/nowhere"), plane.kubeconfig()), "elsewhere");
      throw new AssertionError("a cluster was opened");
    } catch (ClusterRefused refused) {
      assertEquals("no kubeconfig file has the context elsewhere", refused.getMessage());
      assertTrue(refused.mend().endsWith("one of lane"), refused.mend());
    }
  }

  private static JobRunner runner() throws ClusterRefused {
    return KubernetesCluster.jobs(List.of(plane.kubeconfig()), "lane");
  }

  /** The network of a pod whose walls and ways are those it declared. */
  private static ObjectNode asDeclared(ObjectNode asked) {
    asked.put("deadlineMillis", 3000).put("attempts", 1);
    asked.put("storage", google).put("secretManager", google);
    boolean identity = true;
    for (JsonNode each : asked.path("checks")) {
      ObjectNode check = (ObjectNode) each;
      boolean allowed = check.path("allowed").asBoolean();
      switch (check.path("way").asText()) {
        case "handshake", "connect" ->
            check.put("host", "localhost").put("port", allowed ? tls : wall);
        case "resolve" -> check.put("host", "localhost");
        case "list" -> check.put("prefix", allowed ? check.path("prefix").asText() : "denied/");
        case "secret" ->
            check.put(
                "version",
                allowed
                    ? check.path("version").asText()
                    : "projects/p/secrets/denied/versions/latest");
        case "token" -> identity = allowed;
        default -> throw new AssertionError(check.toString());
      }
    }
    return asked.put("metadata", identity ? google : "http://127.0.0.1:" + wall);
  }

  private static ObjectNode but(ObjectNode asked, String id, int port) {
    for (JsonNode check : asked.path("checks")) {
      if (check.path("id").asText().equals(id)) {
        ((ObjectNode) check).put("port", port);
        return asked;
      }
    }
    throw new AssertionError(id + " is not asked: " + asked);
  }

  private static List<String> jobs() {
    return names("/apis/batch/v1/jobs");
  }

  private static List<String> names(String path) {
    List<String> names = new ArrayList<>();
    api()
        .get(path)
        .body()
        .path("items")
        .forEach(each -> names.add(each.path("metadata").path("name").asText()));
    return names;
  }

  private static ApiServer api() {
    return plane.api();
  }

  private static Path rendered() {
    String folder = System.getenv().getOrDefault("BERTH_RENDERED", "");
    assertFalse(folder.isEmpty(), "BERTH_RENDERED is missing: run scripts/e2e/probe");
    return Path.of(folder);
  }
}
