package dev.berth.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.berth.Fleets;
import dev.berth.source.SourceFile;
import dev.berth.source.Sources;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where what is granted stops being fine, to an agent and to every agent. */
class GrantCheckTest {

  private static final String CUSTOMER = "agents/support/customer.yaml";
  private static final String TEAM = "agents/support/team.yaml";
  private static final String FLEET = "fleet.yaml";

  private final Map<String, String> files = new TreeMap<>();

  GrantCheckTest() {
    files.put(
        FLEET,
        """
        openclaw: 2026.9.6
        image: ghcr.io/openclaw/openclaw:2026.9.6-slim@sha256:%s
        defaults: { model: anthropic/claude-sonnet-4-5 }
        environments: { laptop: { target: local } }
        """
            .formatted("ab".repeat(32)));
    files.put(
        TEAM,
        """
        owner: support@example.com
        quota: { cpu: 8, memory: 16Gi, agents: 6 }
        knowledge: { faq: read-only }
        """);
    files.put(CUSTOMER, "channels: { discord: { token: customer-token } }\n");
    files.put("agents/support/triage.yaml", "soul: customer\n");
    files.put("souls/customer.md", "# Customer\n");
  }

  private List<String> wrongWith(String file, String more) {
    Map<String, String> changed = new TreeMap<>(files);
    changed.merge(file, more, String::concat);
    return Fleets.reader()
        .read(
            Sources.of(
                changed.entrySet().stream()
                    .map(each -> SourceFile.of(each.getKey(), each.getValue()))
                    .toList()),
            LocalDate.of(2026, 11, 21))
        .diagnostics()
        .stream()
        .map(each -> each.at().file() + " " + each.code())
        .toList();
  }

  private static String iam(String role, String on) {
    return "iam: [ { role: roles/%s, on: %s, why: it } ]\n".formatted(role, on);
  }

  private static String every(String role, String on) {
    return "everyAgent: { " + iam(role, on).strip() + " }\n";
  }

  @ParameterizedTest
  @CsvSource({"2026-11-20,grant-expired", "2026-11-21,", "2026-11-22,"})
  void aGrantHoldsOnItsLastDay(String until, String code) {
    String grant =
        iam("pubsub.publisher", "topic/a-topic").replace("why: it", "why: it, until: " + until);
    assertEquals(
        code == null ? List.of() : List.of(CUSTOMER + " " + code), wrongWith(CUSTOMER, grant));
  }

  @Test
  void oneRoleOnOneFolderIsGrantedOnceHoweverItIsWritten() {
    String reads = "knowledge: { faq: read-only }\n";
    assertEquals(
        List.of(CUSTOMER + " grant-twice"),
        wrongWith(CUSTOMER, reads + iam("storage.objectViewer", "folder/faq")));
    assertEquals(List.of(), wrongWith(CUSTOMER, iam("storage.objectViewer", "folder/faq")));
    assertEquals(
        List.of(TEAM + " grant-twice"),
        wrongWith(
            TEAM,
            every("storage.objectViewer", "folder/faq")
                .replace("{ iam", "{ knowledge: { faq: read-only }, iam")));
  }

  @ParameterizedTest
  @CsvSource({
    "storage.objectViewer, folder/faq,",
    "storage.objectUser, folder/faq, access-not-granted",
    "storage.objectViewer, folder/other, folder-not-granted",
    "pubsub.publisher, topic/a-topic,",
  })
  void whatEveryAgentOfATeamHasIsWhatTheTeamHas(String role, String on, String code) {
    assertEquals(
        code == null ? List.of() : List.of(TEAM + " " + code), wrongWith(TEAM, every(role, on)));
  }

  @ParameterizedTest
  @CsvSource({
    "storage.objectViewer, folder/faq,",
    "storage.objectUser, folder/faq, folder-not-granted-to-all",
    "storage.objectViewer, folder/other, folder-not-granted-to-all",
    "pubsub.publisher, topic/a-topic,",
    "pubsub.admin, topic/a-topic, admin-role",
  })
  void whatEveryAgentHasIsWhatEveryTeamHas(String role, String on, String code) {
    assertEquals(
        code == null ? List.of() : List.of(FLEET + " " + code), wrongWith(FLEET, every(role, on)));
  }

  @ParameterizedTest
  @CsvSource({
    "agents/support/customer.yaml, secretmanager.secretAccessor, secret-read-already",
    "agents/support/customer.yaml, secretmanager.secretVersionAdder,",
    "agents/support/triage.yaml, secretmanager.secretAccessor, secret-of-another-agent",
    "agents/support/triage.yaml, secretmanager.secretVersionAdder, secret-of-another-agent",
  })
  void anAgentsTokenIsItsOwn(String file, String role, String code) {
    assertEquals(
        code == null ? List.of() : List.of(file + " " + code),
        wrongWith(file, iam(role, "secret/customer-token")));
  }

  @ParameterizedTest
  @CsvSource({FLEET, TEAM})
  void anAgentsTokenIsNothingForEveryAgent(String file) {
    assertEquals(
        List.of(file + " secret-of-another-agent"),
        wrongWith(file, every("secretmanager.secretAccessor", "secret/customer-token")));
    assertEquals(
        List.of(), wrongWith(file, every("secretmanager.secretAccessor", "secret/reports")));
  }
}
