package dev.berth.diagnose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.berth.source.SourcePoint;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgramReportTest {

  private static final List<Diagnostic> WRONG =
      List.of(
          new YamlDiagnostic.DuplicateKey(new SourcePoint("agents/a b/c.yaml", 2, 3), 4, "soul", 1),
          new PathDiagnostic.Symlink(SourcePoint.startOf("souls/caf\u00e9.md")),
          new YamlDiagnostic.DuplicateKey(new SourcePoint("souls/x.md", 9, 1), 1, "k", 1));

  private static JsonNode sarif(List<Diagnostic> wrong) throws IOException {
    return new ObjectMapper().readTree(new SarifReport("0.1.0", List.of()).print(wrong));
  }

  @Test
  void jsonHoldsEveryPartOfADiagnostic() throws IOException {
    JsonNode report = new ObjectMapper().readTree(new JsonReport().print(WRONG));
    assertEquals(3, report.get("errors").asInt());
    JsonNode first = report.get("diagnostics").get(0);
    assertEquals(
        "agents/a b/c.yaml 2 3 4 error duplicate-key",
        String.join(
            " ",
            first.get("file").asText(),
            first.get("line").asText(),
            first.get("column").asText(),
            first.get("width").asText(),
            first.get("severity").asText(),
            first.get("code").asText()));
    assertEquals(WRONG.get(0).what(), first.get("what").asText());
    assertEquals(WRONG.get(0).mend(), first.get("mend").asText());
  }

  @Test
  void nothingWrongIsStillAReport() throws IOException {
    assertEquals(
        "{\n  \"errors\": 0,\n  \"warnings\": 0,\n  \"notes\": 0,\n"
            + "  \"diagnostics\": [],\n  \"waived\": []\n}\n",
        new JsonReport().print(List.of()).replace("[ ]", "[]"));
    assertEquals(0, sarif(List.of()).at("/runs/0/results").size());
    assertTrue(sarif(List.of()).at("/runs/0/results").isArray());
  }

  @Test
  void sarifNamesItsVersionToolAndRules() throws IOException {
    JsonNode report = sarif(WRONG);
    assertEquals("2.1.0", report.get("version").asText());
    assertTrue(report.get("$schema").asText().endsWith("sarif-schema-2.1.0.json"));
    JsonNode driver = report.at("/runs/0/tool/driver");
    assertEquals("Berth 0.1.0", driver.get("name").asText() + " " + driver.get("version").asText());
    assertEquals("unicodeCodePoints", report.at("/runs/0/columnKind").asText());
    assertEquals(List.of("duplicate-key", "symlink"), driver.get("rules").findValuesAsText("id"));
  }

  @Test
  void everySarifResultPointsAtItsRuleAndItsPlace() throws IOException {
    JsonNode report = sarif(WRONG);
    JsonNode results = report.at("/runs/0/results");
    assertEquals(3, results.size());
    for (JsonNode result : results) {
      String path = "/runs/0/tool/driver/rules/" + result.get("ruleIndex").asInt() + "/id";
      assertEquals(report.at(path), result.get("ruleId"));
      assertEquals("error", result.get("level").asText());
      assertFalse(result.at("/message/text").asText().isEmpty());
    }
    JsonNode place = results.get(0).at("/locations/0/physicalLocation");
    assertEquals("agents/a%20b/c.yaml", place.at("/artifactLocation/uri").asText());
    assertEquals("%SRCROOT%", place.at("/artifactLocation/uriBaseId").asText());
    assertEquals(
        "{\"startLine\":2,\"startColumn\":3,\"endColumn\":7}", place.get("region").toString());
    assertEquals(
        "souls/caf%C3%A9.md",
        results.get(1).at("/locations/0/physicalLocation/artifactLocation/uri").asText());
  }

  @Test
  void noSecretAndNoHiddenCharacterReachesAProgram() {
    String key = "AKIA" + "IOSFODNN7EXAMPLE";
    SourcePoint at = SourcePoint.startOf("agents/a/b\u202E\n" + key + ".yaml");
    List<Diagnostic> wrong = List.of(new YamlDiagnostic.DuplicateKey(at, 1, key, 1));
    for (String report :
        List.of(new JsonReport().print(wrong), new SarifReport("1", List.of()).print(wrong))) {
      assertFalse(report.contains(key), report);
      assertTrue(report.chars().allMatch(c -> c == '\n' || (c >= ' ' && c <= '~')), report);
    }
  }

  private static final Findings FOUND =
      new Findings(
          List.of(finding(Severity.WARNING, "a-warning"), finding(Severity.NOTE, "some-note")),
          List.of(
              new Waived(
                  finding(Severity.ERROR, "lethal-trio"),
                  "owner@example.com",
                  "until the proxy is there",
                  LocalDate.of(2027, 1, 31))));

  private static Finding finding(Severity severity, String code) {
    SourcePoint at = SourcePoint.startOf("agents/support/customer.yaml");
    return new Finding(at, 1, severity, code, "support/customer", "it is so", "mend it");
  }

  @Test
  void jsonCountsWhatStandsAndKeepsWhatIsWaivedApart() throws IOException {
    JsonNode report = new ObjectMapper().readTree(new JsonReport().print(FOUND));
    assertEquals(0, report.get("errors").asInt());
    assertEquals(1, report.get("warnings").asInt());
    assertEquals(1, report.get("notes").asInt());
    assertEquals(
        List.of("warning", "note"), report.get("diagnostics").findValuesAsText("severity"));
    assertEquals("support/customer", report.at("/diagnostics/0/subject").asText());
    assertEquals(List.of("lethal-trio"), report.get("waived").findValuesAsText("code"));
    assertEquals("error", report.at("/waived/0/severity").asText());
    assertEquals(
        "{\"owner\":\"owner@example.com\",\"reason\":\"until the proxy is"
            + " there\",\"until\":\"2027-01-31\"}",
        report.at("/waived/0/waiver").toString());
  }

  @Test
  void sarifSuppressesWhatIsWaivedAndSaysWhyRulesMatter() throws IOException {
    RuleText text =
        new RuleText("a-warning", Severity.WARNING, "it matters", "https://example.com/why");
    JsonNode run =
        new ObjectMapper()
            .readTree(new SarifReport("0.1.0", List.of(text)).print(FOUND))
            .at("/runs/0");
    List<String> levels = new ArrayList<>();
    run.get("results").forEach(result -> levels.add(result.get("level").asText()));
    assertEquals(List.of("warning", "note", "error"), levels);
    assertTrue(run.at("/results/0/suppressions").isMissingNode());
    assertEquals("external", run.at("/results/2/suppressions/0/kind").asText());
    assertEquals("accepted", run.at("/results/2/suppressions/0/status").asText());
    assertEquals(
        "owner@example.com until 2027-01-31: until the proxy is there",
        run.at("/results/2/suppressions/0/justification").asText());
    JsonNode rule = run.at("/tool/driver/rules/0");
    assertEquals("a-warning", rule.get("id").asText());
    assertEquals("it matters", rule.at("/fullDescription/text").asText());
    assertEquals("https://example.com/why", rule.get("helpUri").asText());
    assertEquals("warning", rule.at("/defaultConfiguration/level").asText());
  }
}
