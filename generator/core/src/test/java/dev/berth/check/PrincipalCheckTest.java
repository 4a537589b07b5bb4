package dev.berth.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.berth.Fleets;
import dev.berth.diagnose.Diagnostic;
import dev.berth.source.SourceFile;
import dev.berth.source.Sources;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** A policy names at most 1,500 principals: too many files for a golden case. */
class PrincipalCheckTest {

  private static final String FLEET =
      """
      openclaw: 2026.9.6
      image: ghcr.io/openclaw/openclaw:2026.9.6-slim@sha256:%s
      defaults: { model: anthropic/claude-sonnet-4-5 }
      environments: { laptop: { target: local } }
      """
          .formatted("ab".repeat(32));

  private static final String TEAM =
      """
      owner: team@example.com
      quota: { cpu: 100, memory: 200Gi, agents: 100 }
      knowledge: { faq: read-only }
      shard: %d
      """;

  private static final String KEY_OF_ITS_OWN =
      "defaults: { apiKeys: { anthropic: team-%d-anthropic-key } }\n";

  private static final String ALL = "everyAgent: { knowledge: { faq: read-only } }\n";

  @Test
  void fifteenHundredAgentsShareAFolderAndAKey() {
    assertEquals(List.of(), wrong(1500, ""));
  }

  @Test
  void oneMoreIsTooManyForBoth() {
    List<Diagnostic> wrong = wrong(1501, "");
    assertEquals(
        List.of(
            "agents/team-15/agent-00.yaml:2:1 too-many-principals",
            "fleet.yaml:1:1 too-many-principals"),
        wrong.stream().map(each -> each.at() + " " + each.code()).toList());
    assertEquals(
        "the policy of `folder/faq` would name 1501 agents and teams, each once for every role,"
            + " and a policy names at most 1500",
        wrong.get(0).what());
    assertTrue(wrong.get(0).mend().contains("everyAgent: { knowledge: { faq: read-only } }"));
    assertTrue(wrong.get(1).mend().contains("apiKeys:"), wrong.get(1)::mend);
  }

  @Test
  void theMendsMendIt() {
    assertEquals(List.of(), wrong(1501, ALL + KEY_OF_ITS_OWN));
  }

  private static List<Diagnostic> wrong(int agents, String ofTeam) {
    List<SourceFile> files = new ArrayList<>();
    files.add(SourceFile.of("fleet.yaml", FLEET));
    files.add(SourceFile.of("souls/one.md", "# One\n"));
    for (int each = 0; each < agents; each++) {
      int team = each / 100;
      String folder = String.format(Locale.ROOT, "agents/team-%02d/", team);
      if (each % 100 == 0) {
        files.add(
            SourceFile.of(
                folder + "team.yaml", (TEAM + ofTeam).replace("%d", Integer.toString(team))));
      }
      files.add(
          SourceFile.of(
              String.format(Locale.ROOT, "%sagent-%02d.yaml", folder, each % 100),
              "soul: one\nknowledge: { own: none, faq: read-only }\n"));
    }
    return Fleets.reader().read(Sources.of(files), LocalDate.of(2026, 11, 21)).diagnostics();
  }
}
