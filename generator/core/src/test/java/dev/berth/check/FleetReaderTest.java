package dev.berth.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.berth.Fleets;
import dev.berth.diagnose.Checked;
import dev.berth.diagnose.Diagnostic;
import dev.berth.model.Access;
import dev.berth.model.Agent;
import dev.berth.model.ByteSize;
import dev.berth.model.Cpu;
import dev.berth.model.Declared;
import dev.berth.model.Density;
import dev.berth.model.Fleet;
import dev.berth.model.Name;
import dev.berth.model.Origin;
import dev.berth.model.SecretName;
import dev.berth.source.SourceFile;
import dev.berth.source.Sources;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class FleetReaderTest {

  private static final String IMAGE =
      "ghcr.io/openclaw/openclaw:2026.9.6-slim@sha256:" + "ab".repeat(32);
  private static final String FLEET =
      "openclaw: 2026.9.6\n"
          + ("image: " + IMAGE + "\n")
          + "defaults:\n"
          + "  model: anthropic/claude-sonnet-4-5\n"
          + "  limits: { cpu: 750m, memory: 1536Mi }\n"
          + "environments:\n"
          + "  dev:\n"
          + "    target: gke\n"
          + "    project: acme-agents-dev\n"
          + "    region: europe-west1\n"
          + "    knowledge: { bucket: acme-knowledge, location: EU }\n";
  private static final String TEAM =
      "owner: support@example.com\n"
          + "quota: { cpu: 8, memory: 16Gi, agents: 6 }\n"
          + "knowledge: { faq: read-only }\n"
          + "defaults:\n"
          + "  limits: { memory: 2Gi }\n";

  private final Map<String, String> files = new TreeMap<>();

  FleetReaderTest() {
    files.put("fleet.yaml", FLEET);
    files.put("agents/support/team.yaml", TEAM);
    files.put("agents/support/customer.yaml", "limits: { cpu: 500m }\n");
    files.put("souls/customer.md", "# Customer\n");
  }

  private Checked<Fleet> read() {
    List<SourceFile> sources = new ArrayList<>();
    files.forEach((path, text) -> sources.add(SourceFile.of(path, text)));
    return Fleets.reader().read(Sources.of(sources), LocalDate.of(2026, 11, 21));
  }

  private Agent agent() {
    Checked<Fleet> read = read();
    assertEquals(List.of(), read.diagnostics());
    return read.map(fleet -> fleet.agents().get(0)) instanceof Checked.Good<Agent> good
        ? good.value()
        : null;
  }

  private List<String> wrong() {
    return read().diagnostics().stream().map(each -> each.at() + " " + each.code()).toList();
  }

  @Test
  void theNearestLayerHoldsAndSaysWhere() {
    Agent agent = agent();
    assertEquals(
        new Declared<>(new Cpu(500), new Origin("agents/support/customer.yaml", 1)),
        agent.limits().cpu());
    assertEquals(
        new Declared<>(ByteSize.gibibytes(2), new Origin("agents/support/team.yaml", 5)),
        agent.limits().memory());
    assertEquals(Declared.builtIn(ByteSize.gibibytes(10)), agent.limits().disk());
    assertEquals(new Origin("fleet.yaml", 4), agent.model().from());
    assertEquals(new Origin("fleet.yaml", 2), agent.image().from());
  }

  @Test
  void whatNobodyWroteIsBuiltIn() {
    Agent agent = agent();
    assertEquals(Declared.builtIn(new SecretName("anthropic-api-key")), agent.apiKey());
    assertEquals(Optional.of(Declared.builtIn(Access.READ_WRITE)), agent.own());
    assertEquals("customer", agent.soul().value().name().text());
    assertEquals(Origin.BUILT_IN, agent.soul().from());
    assertEquals(Optional.empty(), agent.pool());
  }

  @Test
  void anEnvironmentWithoutPoolsHasOne() {
    Fleet fleet = read() instanceof Checked.Good<Fleet> good ? good.value() : null;
    var pools = fleet.environments().get(0).gke().orElseThrow().pools();
    assertEquals("agents", pools.get(0).name().text());
    assertEquals("e2-medium", pools.get(0).machine().value());
    assertEquals("1-10", pools.get(0).nodes().toString());
    assertEquals(ByteSize.gibibytes(30), pools.get(0).disk());
  }

  @Test
  void noneTakesTheOwnFolderAway() {
    files.put("agents/support/customer.yaml", "knowledge: { own: none, faq: read-only }\n");
    assertEquals(Optional.empty(), agent().own());
    assertEquals(
        new Origin("agents/support/customer.yaml", 1),
        agent().folders().get(new Name("faq")).from());
  }

  @Test
  void theTeamsKeyForAProviderIsUsedOnlyForThatProvider() {
    files.put("agents/support/team.yaml", TEAM + "  apiKeys: { anthropic: support-key }\n");
    assertEquals("support-key", agent().apiKey().value().text());
    files.put("agents/support/customer.yaml", "model: openai/gpt-5\n");
    assertEquals("openai-api-key", agent().apiKey().value().text());
  }

  @Test
  void requestsFollowFromTheDensityWithinTheLimits() {
    Agent agent = agent();
    assertEquals(new Cpu(100), agent.effectiveRequests(Density.BALANCED).cpu().value());
    assertEquals(ByteSize.gibibytes(1), agent.effectiveRequests(Density.BALANCED).memory().value());
    assertEquals(agent.limits().cpu(), agent.effectiveRequests(Density.GUARANTEED).cpu());
    files.put("agents/support/customer.yaml", "limits: { cpu: 50m, memory: 512Mi }\n");
    assertEquals(new Cpu(50), agent().effectiveRequests(Density.BALANCED).cpu().value());
    files.put("agents/support/customer.yaml", "requests: { cpu: 300m, memory: 1200Mi }\n");
    assertEquals(new Cpu(300), agent().effectiveRequests(Density.GUARANTEED).cpu().value());
  }

  @Test
  void guaranteedAgentsMustFitWithTheirLimits() {
    files.put("fleet.yaml", FLEET + "    density: guaranteed\n");
    assertEquals(List.of(), wrong());
    files.put("agents/support/customer.yaml", "limits: { cpu: 1 }\n");
    assertEquals(List.of("agents/support/customer.yaml:1:16 too-big-for-pool"), wrong());
  }

  @Test
  void everyFilesMistakesAreSaidAtOnceInOrder() {
    files.put("fleet.yaml", FLEET + "nonsense: 1\n");
    files.put("agents/support/customer.yaml", "soul: nobody\nknowledge: { secrets: read-only }\n");
    files.put("agents/support/other.yaml", "limts: {}\n");
    files.remove("souls/customer.md");
    assertEquals(
        List.of(
            "agents/support/customer.yaml:1:7 no-such-soul",
            "agents/support/customer.yaml:2:14 folder-not-granted",
            "agents/support/other.yaml:1:1 unknown-key",
            "fleet.yaml:12:1 unknown-key"),
        wrong());
  }

  @Test
  void aMistakeOfTheFleetIsSaidOnceForAllAgents() {
    files.put("fleet.yaml", FLEET.replace("anthropic/", "antropic/"));
    files.put("agents/support/other.yaml", "soul: customer\n");
    List<Diagnostic> found = read().diagnostics();
    assertEquals(1, found.size(), found::toString);
    assertEquals("write `model: anthropic/claude-sonnet-4-5`", found.get(0).mend());
  }

  @Test
  void theVersionOfOneAgentNeedsItsImageToo() {
    files.put("agents/support/customer.yaml", "openclaw: 2026.9.7\n");
    assertEquals(List.of("agents/support/customer.yaml:1:11 image-of-other-version"), wrong());
    files.put(
        "agents/support/customer.yaml",
        "openclaw: 2026.9.7\nimage: " + IMAGE.replace("9.6", "9.7") + "\n");
    assertEquals("2026.9.7", agent().openclaw().value().text());
  }

  @Test
  void aTeamWithoutAgentsIsFineAndOneWithoutItsFileIsNot() {
    files.put("agents/sales/team.yaml", TEAM);
    assertEquals(List.of(), wrong());
    files.remove("agents/support/team.yaml");
    assertEquals(List.of("agents/support/team.yaml:1:1 missing-file"), wrong());
  }

  @Test
  void nothingAtAllAsksForTheFleet() {
    files.clear();
    assertEquals(List.of("fleet.yaml:1:1 missing-file"), wrong());
  }

  @Test
  void aPastedSecretIsNeverRepeated() {
    files.put(
        "agents/support/customer.yaml", "channels: { telegram: { botToken: 12345:ABCdef } }\n");
    List<Diagnostic> found = read().diagnostics();
    assertEquals(List.of("agents/support/customer.yaml:1:35 bad-value"), wrong());
    assertTrue(found.stream().noneMatch(each -> each.toString().contains("ABCdef")));
  }

  @Test
  void aFullShardNamesTheTeamAndAShardWithRoom() {
    String team =
        TEAM.replace("cpu: 8, memory: 16Gi, agents: 6", "cpu: 99, memory: 1Ti, agents: 99");
    files.put("agents/support/team.yaml", team);
    files.put("agents/zeta/team.yaml", team);
    for (int i = 0; i < 50; i++) {
      files.put("agents/support/a" + i + ".yaml", "soul: customer\n");
      files.put("agents/zeta/a" + i + ".yaml", "soul: customer\n");
    }
    List<Diagnostic> found = read().diagnostics();
    assertEquals(List.of("agents/zeta/team.yaml:1:1 shard-full"), wrong());
    assertEquals("write `shard: 1` in agents/zeta/team.yaml", found.get(0).mend());
    files.put("agents/zeta/team.yaml", team + "shard: 1\n");
    assertEquals(List.of(), wrong());
  }
}
