package dev.berth.rules;

import static dev.berth.rules.Judged.CUSTOMER;
import static dev.berth.rules.Judged.FLEET;
import static dev.berth.rules.Judged.TEAM;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.berth.Environments;
import dev.berth.model.Environment;
import dev.berth.model.Fleet;
import dev.berth.model.HostRules;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules on grants, secrets, teams and environments: each is found, and its near misses are not. */
class FleetRulesTest {

  private static final String PROD =
      """
        prod:
          target: gke
          project: %s
          region: europe-west4
          knowledge: { bucket: acme-agents-prod-knowledge, location: EU }
          pools:
            agents: { machine: e2-medium, nodes: 1-3, disk: 30Gi }
            sandbox: { machine: e2-standard-2, nodes: 0-3, disk: 30Gi, sandbox: gvisor }
      """
          .indent(2)
          .replaceAll("(?m)^  (?=  )", "");

  private static Judged granted(String role, String on, String until) {
    return Judged.quiet()
        .with(
            CUSTOMER,
            "pool: sandbox",
            "pool: sandbox\niam:\n  - { role: %s, on: %s, why: it%s }".formatted(role, on, until));
  }

  @ParameterizedTest
  @CsvSource({"2026-11-21,1", "2026-12-21,1", "2026-12-22,0"})
  void aGrantExpiresSoonForThirtyDays(String until, int found) {
    Judged fleet = granted("roles/pubsub.publisher", "topic/a-topic", ", until: " + until);
    assertEquals(found, fleet.found("grant-expires-soon").size());
    assertEquals(List.of(), fleet.found("grant-without-end"));
  }

  @Test
  void aGrantWithoutADayHasNoEnd() {
    Judged fleet = granted("roles/pubsub.publisher", "topic/a-topic", "");
    assertEquals(
        List.of("note grant-without-end support/customer"), fleet.found("grant-without-end"));
    assertEquals(List.of(), fleet.found("grant-expires-soon"));
  }

  @ParameterizedTest
  @CsvSource({"fleet.yaml,every agent", "agents/support/team.yaml,every agent of support"})
  void whatEveryAgentIsGrantedIsOneFinding(String file, String subject) {
    Judged fleet = everyGrant(file, ", until: 2026-11-30");
    assertEquals(
        List.of("warning grant-expires-soon " + subject), fleet.found("grant-expires-soon"));
    assertEquals(
        List.of("note grant-without-end " + subject),
        everyGrant(file, "").found("grant-without-end"));
  }

  private static Judged everyGrant(String file, String until) {
    String grant =
        "everyAgent:\n"
            + "  iam:\n"
            + "    - { role: roles/pubsub.publisher, on: topic/a-topic, why: it%s }\n";
    return Judged.quiet().with(file, Judged.quiet().files().get(file) + grant.formatted(until));
  }

  @Test
  void theMendOfAGrantWithoutEndIsADayInAYear() {
    assertEquals(
        List.of("add `until: 2027-11-21` to the grant"),
        granted("roles/pubsub.publisher", "topic/a-topic", "").findings().standing().stream()
            .filter(each -> each.code().equals("grant-without-end"))
            .map(each -> each.mend())
            .toList());
  }

  @Test
  void aTeamNobodyMayLookInto() {
    String rule = "team-without-members";
    assertEquals(
        List.of("note team-without-members support"),
        Judged.quiet().with(TEAM, "members: [ group:support@example.com ]\n", "").found(rule));
    assertEquals(List.of(), Judged.quiet().found(rule));
  }

  @Test
  void aFolderNoAgentOfTheTeamUses() {
    Judged two = Judged.quiet().with(TEAM, "faq: read-write", "faq: read-write, more: read-only");
    assertEquals(List.of("note team-folder-unused support"), two.found("team-folder-unused"));
    assertEquals(
        List.of(),
        two.with(CUSTOMER, "faq: read-only", "faq: read-only\n  more: read-only")
            .found("team-folder-unused"));
    assertEquals(
        List.of(),
        two.with(TEAM, "\nmembers:", "\neveryAgent: { knowledge: { more: read-only } }\nmembers:")
            .found("team-folder-unused"));
  }

  @Test
  void oneProjectHoldsOneEnvironment() {
    String rule = "environments-share-identities";
    Judged quiet = Judged.quiet();
    String fleet = quiet.files().get(FLEET);
    assertEquals(
        List.of("error " + rule + " prod"),
        quiet.with(FLEET, fleet + PROD.formatted("acme-agents-dev")).found(rule));
    assertEquals(
        List.of(), quiet.with(FLEET, fleet + PROD.formatted("acme-agents-prod")).found(rule));
  }

  @Test
  void aThirdEnvironmentOfOneProjectIsToldOnceAndOneWithoutAProjectNever() {
    String rule = "environments-share-identities";
    Judged quiet = Judged.quiet();
    String fleet = quiet.files().get(FLEET);
    String prod = PROD.formatted("acme-agents-dev");
    assertEquals(
        List.of("error " + rule + " prod", "error " + rule + " third"),
        quiet
            .with(FLEET, fleet + prod + prod.replace("prod:", "third:").replace("prod-", "third-"))
            .found(rule));
    String own = "  own: { target: kubernetes, hostNames: cilium }\n";
    assertEquals(
        List.of(),
        quiet
            .with(CUSTOMER, "pool: sandbox\n", "")
            .with(FLEET, fleet + own + own.replace("own:", "ours:"))
            .found(rule));
  }

  @Test
  void whereNobodyEnforcesHostNamesEachAgentWithOneIsTold() {
    Fleet fleet = Judged.in(Judged.quiet().fleet(), List.of(Environments.unenforced()));
    String rule = "hosts-stay-open";
    assertEquals(
        List.of("error " + rule + " support/customer"),
        Judged.found(Judged.findings(fleet, Judged.TODAY), rule));
    Fleet cilium = Judged.in(fleet, List.of(Environments.cilium()));
    assertEquals(List.of(), Judged.found(Judged.findings(cilium, Judged.TODAY), rule));
    assertEquals(List.of(), Judged.quiet().found(rule));
  }

  @Test
  void oneThingInTwoEnvironmentsIsOneFinding() {
    String rule = "unsandboxed-public-agent";
    Judged quiet = Judged.quiet().with(CUSTOMER, "pool: sandbox", "pool: agents");
    String both = quiet.files().get(FLEET) + PROD.formatted("acme-agents-prod");
    assertEquals(
        List.of("warning " + rule + " support/customer"), quiet.with(FLEET, both).found(rule));
  }

  @Test
  void whereThereIsNoSandboxTheEnvironmentIsToldOnce() {
    String rule = "unsandboxed-public-agent";
    Judged quiet = Judged.quiet().with(CUSTOMER, "pool: sandbox", "pool: agents");
    String none = quiet.files().get(FLEET).replace(", sandbox: gvisor", "");
    assertEquals(List.of("note " + rule + " dev"), quiet.with(FLEET, none).found(rule));
  }

  @Test
  void knowledgeThatNothingCarriesIsToldOnceAnEnvironment() {
    String rule = "knowledge-not-carried";
    Judged without =
        Judged.quiet()
            .with(FLEET, Judged.quiet().files().get(FLEET).replaceAll("knowledgeImage: .*\n", ""));
    assertEquals(List.of("warning " + rule + " dev"), without.found(rule));
    assertEquals(List.of(), Judged.quiet().found(rule));
    Judged forgetful = without.with(CUSTOMER, "knowledge:\n", "knowledge:\n  own: none\n");
    assertEquals(List.of(), forgetful.found(rule));
    String fleet = without.files().get(FLEET);
    String own =
        fleet.substring(0, fleet.indexOf("  dev:"))
            + "  own: { target: kubernetes, hostNames: cilium }\n";
    assertEquals(
        List.of(), without.with(CUSTOMER, "pool: sandbox\n", "").with(FLEET, own).found(rule));
  }

  @Test
  void aClusterThatCanDenyForAllHasNothingToNote() {
    Fleet fleet = Judged.quiet().fleet();
    Environment dev = fleet.environments().get(0);
    Environment denies =
        new Environment(
            dev.name(),
            dev.target(),
            dev.density(),
            dev.gke(),
            new Environment.Network(HostRules.GKE, true, false),
            dev.secrets(),
            dev.storageClass(),
            dev.from());
    Fleet changed = Judged.in(fleet, List.of(denies));
    assertEquals(
        List.of(),
        Judged.found(Judged.findings(changed, Judged.TODAY), "no-cluster-network-policy"));
  }
}
