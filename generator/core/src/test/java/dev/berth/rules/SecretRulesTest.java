package dev.berth.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.berth.Fleets;
import dev.berth.diagnose.Checked;
import dev.berth.diagnose.Finding;
import dev.berth.diagnose.Severity;
import dev.berth.model.Fleet;
import dev.berth.source.SourceFile;
import dev.berth.source.Sources;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Secrets nobody reads, and tokens two agents would fight over. */
class SecretRulesTest {

  private static final String ANTHROPIC = "model: anthropic/claude-sonnet-4-5\n";

  @Test
  void aKeyThatSomeAgentsModelNeedsIsUsed() {
    Fleet fleet = fleet("{ anthropic: fleet-key }", "", ANTHROPIC, ANTHROPIC);
    assertEquals(List.of(), unused(fleet));
  }

  @Test
  void aKeyOfAProviderNobodyUsesIsFoundInEveryLayer() {
    Fleet fleet =
        fleet(
            "{ openai: fleet-key }",
            "defaults:\n  apiKeys: { mistral: team-key }\n",
            ANTHROPIC + "apiKeys: { groq: agent-key }\n",
            ANTHROPIC);
    assertEquals(
        List.of(
            "fleet.yaml:4 warning fleet fleet-key",
            "agents/support/team.yaml:4 warning support team-key",
            "agents/support/first.yaml:2 warning support/first agent-key"),
        unused(fleet).stream()
            .map(each -> said(each) + " " + each.what().replaceFirst("(?s).*?`([^`]+)`.*", "$1"))
            .toList());
  }

  @Test
  void aKeyThatEveryAgentHasANearerOneForIsUnused() {
    String own = ANTHROPIC + "apiKeys: { anthropic: own-key }\n";
    Fleet fleet = fleet("{ anthropic: fleet-key }", "", own, own);
    assertEquals(
        List.of("fleet.yaml:4 warning fleet"),
        unused(fleet).stream().map(SecretRulesTest::said).toList());
  }

  @Test
  void anEntryBesideAUsedOneOnTheSameLineIsStillFound() {
    Fleet fleet = fleet("{ anthropic: one-key, openai: other-key }", "", ANTHROPIC, ANTHROPIC);
    assertEquals(
        List.of("remove `openai: other-key` under `apiKeys:`"),
        unused(fleet).stream().map(Finding::mend).toList());
  }

  @Test
  void twoAgentsWithOneTokenAreToldAtTheSecond() {
    String telegram = ANTHROPIC + "channels: { telegram: { botToken: one-token } }\n";
    Fleet fleet = fleet("{}", "", telegram, telegram);
    List<Finding> found = shared(fleet);
    assertEquals(
        List.of("agents/support/second.yaml:2 error support/second"),
        found.stream().map(SecretRulesTest::said).toList());
    assertEquals(
        "support/first and support/second log in with one secret, `one-token`: they would fight"
            + " over its messages",
        found.get(0).what());
  }

  @Test
  void tokensOfTheirOwnAndASharedModelKeyAreFine() {
    Fleet fleet =
        fleet(
            "{ anthropic: shared-key }",
            "",
            ANTHROPIC + "channels: { telegram: { botToken: first-token } }\n",
            ANTHROPIC + "channels: { telegram: { botToken: second-token } }\n");
    assertEquals(List.of(), shared(fleet));
  }

  private static List<Finding> unused(Fleet fleet) {
    return new SecretUnused().judge(fleet).toList();
  }

  private static List<Finding> shared(Fleet fleet) {
    return new ChannelSecretShared().judge(fleet).toList();
  }

  private static String said(Finding finding) {
    assertEquals(
        finding.severity() == Severity.ERROR ? "channel-secret-shared" : "secret-unused",
        finding.code());
    return "%s:%s %s %s"
        .formatted(finding.at().file(), finding.at().line(), finding.severity(), finding.subject());
  }

  private static Fleet fleet(String apiKeys, String team, String first, String second) {
    String fleet =
        """
        openclaw: 2026.9.6
        image: ghcr.io/openclaw/openclaw:2026.9.6-slim@sha256:%s
        defaults:
          apiKeys: %s
        environments:
          laptop: { target: local }
        """
            .formatted("ab".repeat(32), apiKeys);
    String owner =
        "owner: support@example.com\nquota: { cpu: 16, memory: 32Gi, agents: 6 }\n" + team;
    Checked<Fleet> read =
        Fleets.reader()
            .read(
                Sources.of(
                    Stream.of(
                            SourceFile.of("fleet.yaml", fleet),
                            SourceFile.of("agents/support/team.yaml", owner),
                            SourceFile.of("agents/support/first.yaml", first),
                            SourceFile.of("agents/support/second.yaml", second),
                            SourceFile.of("souls/first.md", "# First\n"),
                            SourceFile.of("souls/second.md", "# Second\n"))
                        .toList()),
                LocalDate.of(2026, 11, 21));
    assertEquals(List.of(), read.diagnostics());
    return ((Checked.Good<Fleet>) read).value();
  }
}
