package dev.berth.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.berth.Fleets;
import dev.berth.diagnose.Checked;
import dev.berth.model.Fleet;
import dev.berth.model.HostCatalogue;
import dev.berth.source.SourceFile;
import dev.berth.source.Sources;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** One fleet, planned: two teams, one with what every agent of it has, and pools of three kinds. */
final class PlannedSample {

  private static final String FLEET =
      """
      openclaw: 2026.9.6
      image: ghcr.io/openclaw/openclaw:2026.9.6-slim@sha256:%s
      environments:
        dev:
          target: gke
          project: acme-agents-dev
          region: europe-west1
          knowledge: { bucket: acme-knowledge, location: EU }
          pools:
            agents: { machine: e2-standard-4, nodes: 1-10, disk: 30Gi }
            spot: { machine: e2-standard-4, nodes: 0-6, disk: 40Gi, spot: true }
            sandbox: { machine: e2-standard-4, nodes: 0-4, disk: 30Gi, sandbox: gvisor }
      """
          .formatted("ab".repeat(32));

  private static final String TEAM =
      """
      owner: support@example.com
      quota: { cpu: 16, memory: 32Gi, agents: 6 }
      members: [ group:support@example.com ]
      knowledge: { faq: read-only, products: read-write }
      """;

  private static final String CUSTOMER =
      """
      model: anthropic/claude-sonnet-4-5
      limits: { cpu: 1, memory: 2Gi, disk: 10Gi }
      channels:
        telegram: { botToken: customer-telegram }
      knowledge: { own: read-write, faq: read-only, products: read-write }
      egress: [ api.zendesk.com ]
      iam:
        - { role: roles/pubsub.publisher, on: topic/escalations, why: "hand over", until: 2027-03-31 }
        - { role: roles/secretmanager.viewer, on: secret/crm, why: "sees its age", until: 2027-03-31 }
        - { role: roles/artifactregistry.reader, on: repository/tools, why: "reads releases" }
      """;

  private static final String ALONE =
      """
      model: anthropic/claude-sonnet-4-5
      limits: { cpu: 1, memory: 2Gi, disk: 10Gi }
      knowledge: { own: none }
      pool: spot
      """;

  private static final String SALES =
      """
      owner: sales@example.com
      quota: { cpu: 4, memory: 8Gi, agents: 2 }
      knowledge: { products: read-write }
      everyAgent:
        knowledge: { products: read-only }
        iam:
          - { role: roles/bigquery.dataViewer, on: dataset/prices, why: "reads prices", until: 2027-03-31 }
          - { role: roles/storage.objectCreator, on: folder/products, why: "drafts" }
      """;

  private static final String QUOTES =
      """
      model: anthropic/claude-sonnet-4-5
      knowledge: { own: none, products: read-only }
      """;

  private static final String PRICES =
      """
      model: anthropic/claude-sonnet-4-5
      soul: quotes
      knowledge: { own: none, products: read-write }
      iam:
        - { role: roles/bigquery.dataViewer, on: dataset/prices, why: "keeps reading" }
      """;

  private final Plan plan;

  /** Where secrets are in Secret Manager and the add-on brings them. */
  PlannedSample() {
    this("");
  }

  /**
   * @param secrets the environment's key {@code secrets}; empty text for none
   */
  PlannedSample(String secrets) {
    this.plan =
        planned(secrets.isEmpty() ? FLEET : FLEET + "    secrets: " + secrets + "\n", CUSTOMER);
  }

  /**
   * Where an image carries knowledge, and metrics are scraped.
   *
   * @param own what the customers' agent may do with its own
   */
  static PlannedSample carrying(String own) {
    return new PlannedSample(
        planned(
            FLEET.replace(
                    "environments:\n",
                    "knowledgeImage: ghcr.io/acme/berth-knowledge:1.0.0@sha256:"
                        + "cd".repeat(32)
                        + "\nenvironments:\n")
                + "    metrics: managed-prometheus\n",
            CUSTOMER.replace("own: read-write", "own: " + own)));
  }

  private PlannedSample(Plan plan) {
    this.plan = plan;
  }

  private static Plan planned(String fleetYaml, String customer) {
    Checked<Fleet> read =
        Fleets.reader()
            .read(
                Sources.of(
                    List.of(
                        SourceFile.of("fleet.yaml", fleetYaml),
                        SourceFile.of("agents/support/team.yaml", TEAM),
                        SourceFile.of("agents/support/customer.yaml", customer),
                        SourceFile.of("agents/support/alone.yaml", ALONE),
                        SourceFile.of("agents/sales/team.yaml", SALES),
                        SourceFile.of("agents/sales/quotes.yaml", QUOTES),
                        SourceFile.of("agents/sales/prices.yaml", PRICES),
                        SourceFile.of("souls/quotes.md", "# Quotes\n"),
                        SourceFile.of("souls/customer.md", "# Customer\n"),
                        SourceFile.of("souls/alone.md", "# Alone\n"))),
                LocalDate.of(2026, 11, 21));
    assertEquals(List.of(), read.diagnostics());
    Fleet fleet = ((Checked.Good<Fleet>) read).value();
    return new Planner(HostCatalogue.builtIn()).plan(fleet, fleet.environments().get(0));
  }

  PlannedTeam team(String name) {
    return plan.teams().stream()
        .filter(each -> each.team().name().text().equals(name))
        .findFirst()
        .orElseThrow();
  }

  PlannedAgent agent(String name) {
    return plan.agents().stream()
        .filter(each -> each.id().agent().text().equals(name))
        .findFirst()
        .orElseThrow();
  }

  Map<String, Object> of(String agent, String resource) {
    return inputs(agent(agent).resources(), "support/" + agent + "/" + resource);
  }

  Map<String, Object> platform(String name) {
    return inputs(plan.platform(), name);
  }

  GoogleResource resource(String name) {
    return plan.platform().stream()
        .filter(each -> each.name().equals(name))
        .map(GoogleResource.class::cast)
        .findFirst()
        .orElseThrow();
  }

  static Map<String, Object> inputs(List<PlannedResource> among, String name) {
    return among.stream()
        .filter(each -> each.name().equals(name))
        .map(GoogleResource.class::cast)
        .findFirst()
        .orElseThrow(
            () ->
                new AssertionError(
                    name + " in " + among.stream().map(PlannedResource::name).toList()))
        .inputs();
  }

  /** {@code inputs} says all of {@code expected}, each key to the letter. */
  static void assertSays(Map<String, Object> expected, Map<String, Object> inputs) {
    expected.forEach((key, value) -> assertEquals(value, inputs.get(key), key));
  }

  Set<String> calls(String agent) {
    return agent(agent).asks().stream()
        .map(way -> way.host().text())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  List<PlannedResource> platform() {
    return plan.platform();
  }
}
