package dev.berth.e2e.cluster;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.berth.Generator;
import dev.berth.deploy.helm.HelmTemplate;
import dev.berth.diagnose.Checked;
import dev.berth.model.Fleet;
import dev.berth.plan.HelmRelease;
import dev.berth.plan.Plan;
import dev.berth.plan.PlannedAgent;
import dev.berth.render.Rendered;
import dev.berth.render.Templates;
import dev.berth.source.SourceFile;
import dev.berth.source.Sources;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every store's objects in a real cluster, and what a team's controller may do there. */
class SecretStoresTest {

  private static final Path TEMPLATES = Path.of("..", "..", "templates");

  /** Each store in a team of its name: one cluster holds them all. */
  private static final Map<String, String> STORES =
      new TreeMap<>(
          Map.of(
              "add-on", "{ store: secret-manager }",
              "controller", "{ store: external-secrets }",
              "vault", "{ store: vault, server: https://vault.example.com:8200 }",
              "by-hand", "{ store: kubernetes }"));

  /** Whose policies hold in the cluster: there is one of each, and this store needs most. */
  private static final String OF_THE_CLUSTER = "external-secrets";

  private static Lane lane;

  @BeforeAll
  static void start() throws IOException, GeneralSecurityException {
    List<KubernetesObject> objects = new ArrayList<>();
    for (Map.Entry<String, String> store : STORES.entrySet()) {
      objects.addAll(rendered(store.getKey(), store.getValue()));
    }
    lane = Lane.start("control-plane-of-stores", objects);
  }

  @AfterAll
  static void stop() {
    if (lane != null) {
      lane.close();
    }
  }

  @Test
  void everyObjectOfEveryStoreIsAcceptedAsItIs() {
    assertAll(
        lane.answers().entrySet().stream()
            .map(
                said ->
                    () -> {
                      assertTrue(
                          said.getValue().accepted(),
                          () -> said.getKey() + ": " + said.getValue().reason());
                      assertEquals(
                          List.of(), said.getValue().warnings(), () -> said.getKey().toString());
                    }));
    assertEquals(2 * 2, lane.all("SecretStore").size());
    assertEquals(2 * 2, lane.all("ExternalSecret").size());
    assertEquals(2, lane.all("SecretProviderClass").size());
    assertEquals(2 * STORES.size(), lane.all("StatefulSet").size());
  }

  @Test
  void aTeamsControllerMayActAsItsAgentsAndAsNobodyElse() {
    List<KubernetesObject> bindings =
        lane.all("RoleBinding").stream()
            .filter(binding -> binding.name().startsWith("token-of-"))
            .toList();
    assertEquals(2 * 2, bindings.size());
    for (KubernetesObject binding : bindings) {
      String team = binding.namespace();
      JsonNode controller = binding.tree().path("subjects").path(0);
      assertEquals("external-secrets-" + team, controller.path("name").asText());
      Access access = Access.of(lane.api(), controller);
      String token = "serviceaccounts/token";
      for (String agent : List.of("first", "second")) {
        assertTrue(access.allowed("create", token, team, agent), binding.toString());
        for (String other : STORES.keySet()) {
          assertEquals(
              other.equals(team),
              access.allowed("create", token, other, agent),
              () -> binding + " in " + other);
        }
      }
      for (String other : List.of("", "default", "third", team)) {
        assertFalse(access.allowed("create", token, team, other), () -> binding + " as " + other);
      }
      for (String verb : List.of("get", "list", "update", "patch", "delete")) {
        assertFalse(access.allowed(verb, token, team, "first"), () -> binding + " may " + verb);
        assertFalse(access.allowed(verb, "secrets", team), () -> binding + " may " + verb);
      }
      assertFalse(access.allowed("create", "serviceaccounts", team), binding.toString());
      assertFalse(access.allowed("create", "pods", team), binding.toString());
    }
  }

  private static List<KubernetesObject> rendered(String team, String store) throws IOException {
    Generator generator = new Generator(Templates.in(TEMPLATES));
    Fleet fleet = fleet(generator, team, store);
    Plan plan = generator.plan(fleet, fleet.environments().get(0));
    List<Rendered> rendered = generator.render(plan).toList();
    List<KubernetesObject> objects = new ArrayList<>();
    for (Rendered each : rendered) {
      if (each.planned() instanceof dev.berth.plan.KubernetesObject object
          && (!object.namespace().isEmpty() || store.contains(OF_THE_CLUSTER))) {
        objects.add(KubernetesObject.of(each.text()));
      }
    }
    // Workloads last: they need the accounts.
    HelmTemplate helm = new HelmTemplate(TEMPLATES.resolve("charts/openclaw-agent"));
    for (Rendered each : rendered) {
      if (each.planned() instanceof HelmRelease release) {
        Arrays.stream(helm.render(release.id(), each.text()).split("(?m)^---.*$"))
            .filter(text -> text.contains("kind:"))
            .forEach(text -> objects.add(KubernetesObject.of(text)));
      }
    }
    assertEquals(2, plan.agents().stream().map(PlannedAgent::id).distinct().count());
    return objects;
  }

  private static Fleet fleet(Generator generator, String team, String store) {
    String agent = "channels: { discord: { token: %s-discord } }\n";
    Checked<Fleet> read =
        generator.fleet(
            Sources.of(
                List.of(
                    SourceFile.of(
                        "fleet.yaml",
                        """
                        openclaw: 2026.9.6
                        image: ghcr.io/openclaw/openclaw:2026.9.6-slim@sha256:%s
                        defaults: { model: anthropic/claude-sonnet-4-5 }
                        environments:
                          dev:
                            target: gke
                            project: acme-agents-dev
                            region: europe-west1
                            knowledge: { bucket: acme-agents-dev-knowledge, location: EU }
                            secrets: %s
                        """
                            .formatted("ab".repeat(32), store)),
                    SourceFile.of(
                        "agents/" + team + "/team.yaml",
                        "owner: team@example.com\nquota: { cpu: 8, memory: 16Gi, agents: 6 }\n"),
                    SourceFile.of("agents/" + team + "/first.yaml", agent.formatted("first")),
                    SourceFile.of("agents/" + team + "/second.yaml", agent.formatted("second")),
                    SourceFile.of("souls/first.md", "# First\n"),
                    SourceFile.of("souls/second.md", "# Second\n"))),
            LocalDate.of(2026, 11, 21));
    assertEquals(List.of(), read.diagnostics());
    return ((Checked.Good<Fleet>) read).value();
  }
}
