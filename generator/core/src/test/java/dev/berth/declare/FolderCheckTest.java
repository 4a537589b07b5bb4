package dev.berth.declare;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.berth.diagnose.Diagnostic;
import dev.berth.source.Refusal;
import dev.berth.source.SourceFile;
import dev.berth.source.Sources;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FolderCheckTest {

  private static List<String> twins(String... paths) {
    Sources sources = Sources.of(Stream.of(paths).map(path -> SourceFile.of(path, "")).toList());
    return new FolderCheck()
        .check(sources).diagnostics().stream().map(it -> it.code() + " " + it.what()).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "SYMLINK, symlink",
    "NOT_A_FILE, not-a-file",
    "NOT_A_FOLDER, not-a-folder",
    "TOO_LARGE, too-large",
    "UNREADABLE, unreadable",
    "CHANGED_WHILE_READ, changed-while-read",
    "STRAY, stray-file"
  })
  void everyRefusalIsADiagnostic(Refusal.Reason reason, String code) {
    Refusal refusal = new Refusal("souls/a.md", reason, 1024);
    Sources sources = new Sources(new TreeMap<>(), List.of(refusal));
    List<Diagnostic> wrong = new FolderCheck().check(sources).diagnostics();
    assertEquals(List.of(code), wrong.stream().map(Diagnostic::code).toList());
    assertEquals("souls/a.md:1:1", wrong.get(0).at().toString());
  }

  @ParameterizedTest
  @CsvSource({
    "fleet.yml, rename it to fleet.yaml",
    "agents/loose.yaml, move it to agents/<team>/loose.yaml",
    "agents/support/triage.yml, rename it to agents/support/triage.yaml",
    "agents/support/triage.YAML, rename it to agents/support/triage.yaml",
    "agents/support/notes.txt, move it out of agents/",
    "agents/support/deep, move it out of agents/",
    "souls/customer.txt, rename it to souls/customer.md",
    "souls/customer, rename it to souls/customer.md",
    "souls/logo.png, move it out of souls/"
  })
  void aStrayFileIsToldWhereItBelongs(String path, String mend) {
    Refusal refusal = new Refusal(path, Refusal.Reason.STRAY, 0);
    assertEquals(mend, FolderCheck.diagnostic(refusal).mend());
  }

  @Test
  void namesThatDifferOnlyInCaseAreTwins() {
    assertEquals(
        List.of(
            "name-twins agents/a/scout.yaml and agents/a/Scout.yaml differ only in case or in how"
                + " letters are encoded"),
        twins("agents/a/scout.yaml", "agents/a/Scout.yaml", "agents/b/scout.yaml"));
  }

  @Test
  void namesThatDifferOnlyInEncodingAreTwins() {
    assertEquals(1, twins("souls/caf\u00e9.md", "souls/cafe\u0301.md").size());
    assertEquals(1, twins("souls/stra\u00dfe.md", "souls/STRASSE.md").size());
    assertEquals(0, twins("souls/a.md", "souls/b.md").size());
  }

  @Test
  void twinFoldersAreToldOnce() {
    assertEquals(
        List.of(
            "name-twins agents/a/ and agents/A/ differ only in case or in how letters are encoded"),
        twins("agents/A/x.yaml", "agents/A/y.yaml", "agents/a/x.yaml", "agents/a/y.yaml"));
  }
}
