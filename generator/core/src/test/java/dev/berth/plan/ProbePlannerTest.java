package dev.berth.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.berth.Environments;
import dev.berth.Fleets;
import dev.berth.diagnose.Checked;
import dev.berth.model.Fleet;
import dev.berth.model.HostCatalogue;
import dev.berth.source.SourceFile;
import dev.berth.source.Sources;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What exactly each probe tries. */
class ProbePlannerTest {

  private static final String TEAM =
      """
      owner: %s@example.com
      quota: { cpu: 16, memory: 32Gi, agents: 6 }
      knowledge: { faq: read-only, products: read-write }
      """;

  private static final String PLAIN =
      """
      soul: customer
      model: anthropic/claude-sonnet-4-5
      limits: { cpu: 1, memory: 2Gi, disk: 10Gi }
      """;

  private static final String CUSTOMER =
      PLAIN
          + """
          channels:
            telegram: { botToken: customer-telegram }
          knowledge: { own: read-write, faq: read-only }
          egress: [ api.zendesk.com, "*.example.com" ]
          """;

  private static final String READER =
      PLAIN
          + """
          knowledge: { own: none }
          iam:
            - { role: roles/secretmanager.secretAccessor, on: secret/reports, why: "reads it" }
          egress: [ dns.google ]
          """;

  private static final String ALONE = PLAIN + "knowledge: { own: none }\n";

  @Test
  void everyWayThatIsDeclaredAndTheNearestThatIsNot() {
    assertEquals(
        """
        + host/api.anthropic.com handshake {host=api.anthropic.com, port=443}
        + host/api.telegram.org handshake {host=api.telegram.org, port=443}
        + host/api.zendesk.com handshake {host=api.zendesk.com, port=443}
        + host/storage.googleapis.com handshake {host=storage.googleapis.com, port=443}
        + dns resolve {host=kubernetes.default.svc}
        + metadata token {}
        + folder/agents/support/customer list {bucket=acme-knowledge, prefix=agents/support/customer/}
        + folder/faq list {bucket=acme-knowledge, prefix=faq/}
        - host/dns.google connect {host=dns.google, port=443}
        - agent/support/reader connect {host=reader.support.svc.cluster.local, port=18789}
        - agent/sales/quotes connect {host=quotes.sales.svc.cluster.local, port=18789}
        - kubernetes-api connect {host=kubernetes.default.svc, port=443}
        - metadata:8080 connect {host=169.254.169.254, port=8080}
        - folder/agents/sales/quotes list {bucket=acme-knowledge, prefix=agents/sales/quotes/}
        - folder/products list {bucket=acme-knowledge, prefix=products/}
        - folder/* list {bucket=acme-knowledge, prefix=}
        - secret/quotes-telegram secret {version=projects/acme-agents-dev/secrets/quotes-telegram/versions/latest}
        ? host/*.example.com
        ? secret/anthropic-api-key
        ? secret/customer-telegram
        """,
        of("support/customer"));
  }

  @Test
  void whoMayAskSecretManagerAsksForItsOwnSecrets() {
    String probe = of("support/reader");
    for (String secret : List.of("anthropic-api-key", "reports")) {
      assertTrue(probe.contains("+ secret/" + secret + " secret {version="), probe);
      assertFalse(probe.contains("? secret/" + secret), probe);
    }
    assertTrue(probe.contains("- secret/quotes-telegram "), probe);
  }

  @Test
  void aDeclaredHostDoesNotStandForTheUndeclared() {
    assertTrue(of("support/reader").contains("- host/one.one.one.one connect"));
    assertFalse(of("support/reader").contains("- host/dns.google"));
  }

  @Test
  void whoHasNoGrantMustGetNoTokenAndAsksNobody() {
    assertEquals(
        """
        + host/api.anthropic.com handshake {host=api.anthropic.com, port=443}
        + dns resolve {host=kubernetes.default.svc}
        - host/dns.google connect {host=dns.google, port=443}
        - agent/support/customer connect {host=customer.support.svc.cluster.local, port=18789}
        - agent/sales/quotes connect {host=quotes.sales.svc.cluster.local, port=18789}
        - kubernetes-api connect {host=kubernetes.default.svc, port=443}
        - metadata:8080 connect {host=169.254.169.254, port=8080}
        - metadata token {}
        ? secret/anthropic-api-key
        """,
        of("support/alone"));
  }

  @Test
  void everyHostKeptForTheUndeclaredMayBeDeclared() {
    String egress = "egress: [ dns.google, one.one.one.one, \"*.quad9.net\" ]\n";
    String probe = of(planned(ALONE + egress), "support/alone");
    assertTrue(probe.contains("? host/*\n"), probe);
  }

  @Test
  void aColleagueItCallsMustAnswerAndTheNextMustNot() {
    String calls = "calls: [ customer ]\n";
    Plan plan = plan(fleet(ALONE + calls, CUSTOMER + "callers: [ alone ]\n"));
    String probe = of(plan, "support/alone");
    assertTrue(probe.contains("+ agent/support/customer connect {host=customer."), probe);
    assertFalse(probe.contains("- agent/support/customer"), probe);
    assertTrue(probe.contains("- agent/support/reader connect {host=reader."), probe);
    assertTrue(of(plan, "support/reader").contains("- agent/support/alone "));
    assertTrue(of(plan, "support/customer").contains("- agent/support/reader "));
  }

  @Test
  void whatNobodyEnforcesIsClosedThoughItIsDeclared() {
    Plan plan = unenforced(fleet(ALONE, CUSTOMER));
    assertEquals(
        """
        + dns resolve {host=kubernetes.default.svc}
        - host/api.anthropic.com connect {host=api.anthropic.com, port=443}
        - host/api.telegram.org connect {host=api.telegram.org, port=443}
        - host/api.zendesk.com connect {host=api.zendesk.com, port=443}
        - host/dns.google connect {host=dns.google, port=443}
        - agent/support/reader connect {host=reader.support.svc.cluster.local, port=18789}
        - agent/sales/quotes connect {host=quotes.sales.svc.cluster.local, port=18789}
        - kubernetes-api connect {host=kubernetes.default.svc, port=443}
        - metadata:8080 connect {host=169.254.169.254, port=8080}
        - metadata token {}
        ? host/*.example.com
        ? secret/anthropic-api-key
        ? secret/customer-telegram
        """,
        of(plan, "support/customer"));
  }

  @Test
  void whereAWaiverOpensEveryAddressNoHostIsLeftToStandForTheUndeclared() {
    Fleet waived = Fleets.waiving(fleet(ALONE, CUSTOMER), Plan.HOSTS_STAY_OPEN);
    assertEquals(
        """
        + host/api.anthropic.com handshake {host=api.anthropic.com, port=443}
        + dns resolve {host=kubernetes.default.svc}
        - agent/support/customer connect {host=customer.support.svc.cluster.local, port=18789}
        - agent/sales/quotes connect {host=quotes.sales.svc.cluster.local, port=18789}
        - kubernetes-api connect {host=kubernetes.default.svc, port=443}
        - metadata:8080 connect {host=169.254.169.254, port=8080}
        - metadata token {}
        ? host/*
        ? secret/anthropic-api-key
        """,
        of(unenforced(waived), "support/alone"));
  }

  private static String of(String agent) {
    return of(planned(ALONE), agent);
  }

  private static String of(Plan plan, String agent) {
    PlannedProbe probe =
        plan.agents().stream()
            .filter(each -> each.id().toString().equals(agent))
            .map(new ProbePlanner(plan)::plan)
            .findFirst()
            .orElseThrow();
    List<String> lines = new ArrayList<>();
    probe
        .checks()
        .forEach(
            check ->
                lines.add(
                    "%s %s %s %s"
                        .formatted(
                            check.allowed() ? "+" : "-",
                            check.id(),
                            check.way(),
                            new TreeMap<>(check.at()))));
    probe.untried().forEach(untried -> lines.add("? " + untried.id()));
    return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
  }

  private static Plan planned(String alone) {
    return plan(fleet(alone, CUSTOMER));
  }

  private static Plan plan(Fleet fleet) {
    return new Planner(HostCatalogue.builtIn()).plan(fleet, fleet.environments().get(0));
  }

  private static Plan unenforced(Fleet fleet) {
    return new Planner(HostCatalogue.builtIn()).plan(fleet, Environments.unenforced());
  }

  private static Fleet fleet(String alone, String customer) {
    String fleet =
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
        """
            .formatted("ab".repeat(32));
    Checked<Fleet> read =
        Fleets.reader()
            .read(
                Sources.of(
                    List.of(
                        SourceFile.of("fleet.yaml", fleet),
                        SourceFile.of("agents/sales/team.yaml", TEAM.formatted("sales")),
                        SourceFile.of("agents/support/team.yaml", TEAM.formatted("support")),
                        SourceFile.of(
                            "agents/sales/quotes.yaml",
                            CUSTOMER.replace("customer-telegram", "quotes-telegram")),
                        SourceFile.of("agents/support/alone.yaml", alone),
                        SourceFile.of("agents/support/customer.yaml", customer),
                        SourceFile.of("agents/support/reader.yaml", READER),
                        SourceFile.of("souls/customer.md", "# Customer\n"))),
                LocalDate.of(2026, 11, 21));
    assertEquals(List.of(), read.diagnostics());
    return ((Checked.Good<Fleet>) read).value();
  }
}
