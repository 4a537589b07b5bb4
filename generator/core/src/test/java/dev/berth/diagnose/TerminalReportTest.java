package dev.berth.diagnose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.berth.source.SourceFile;
import dev.berth.source.SourcePoint;
import dev.berth.source.Sources;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class TerminalReportTest {

  private static final String FILE = "agents/support/customer.yaml";

  private static String print(String text, Diagnostic... wrong) {
    Sources sources = Sources.of(List.of(SourceFile.of(FILE, text)));
    return new TerminalReport(false).print(List.of(wrong), sources);
  }

  private static SourcePoint at(int line, int column) {
    return new SourcePoint(FILE, line, column);
  }

  /** The two lines that show the place, for a mistake in the file's only line. */
  private static String shown(String line, int column, int width) {
    String report = print(line, new YamlDiagnostic.NotAMapping(at(1, column), width));
    List<String> lines =
        report.lines().filter(it -> it.startsWith("  1 |") || it.startsWith("    |")).toList();
    return String.join("\n", lines);
  }

  @Test
  void aMistakeIsPlaceSentenceLineAndMend() {
    assertEquals(
        """
        agents/support/customer.yaml:2:1: error[duplicate-key]: the key `soul` is
        already written in line 1
          2 | soul: b
            | ^~~~
          mend: remove one of the two

        1 error in 1 file. Nothing was written.
        """,
        print("soul: a\nsoul: b\n", new YamlDiagnostic.DuplicateKey(at(2, 1), 4, "soul", 1)));
  }

  @Test
  void errorsAndFilesAreCountedApart() {
    var here = new YamlDiagnostic.EmptyFile(at(1, 1));
    var also = new YamlDiagnostic.SecondDocument(at(1, 1));
    var other = new PathDiagnostic.Symlink(SourcePoint.startOf("souls/a.md"));
    assertTrue(
        print("", here, also, other).endsWith("\n\n3 errors in 2 files. Nothing was written.\n"));
    assertEquals("", print(""));
  }

  @Test
  void aFileThatWasNotReadAndALineWithoutTextAreNotShown() {
    var link = new PathDiagnostic.Symlink(SourcePoint.startOf("souls/a.md"));
    assertFalse(print("", link).contains(" | "));
    assertFalse(print("\n\n", new YamlDiagnostic.EmptyFile(at(1, 1))).contains(" | "));
  }

  @Test
  void aLongMendIsWrappedUnderItself() {
    var merge = new YamlDiagnostic.MergeKey(at(1, 1));
    String report = print("<<: *a\n", merge);
    assertTrue(
        report.contains(
            "\n"
                + "  mend: write the copied keys in place of the `<<` line; shared ones go under\n"
                + "        `defaults:`\n"),
        report);
    report.lines().forEach(line -> assertTrue(line.length() <= 80, line));
  }

  @Test
  void theCaretStandsUnderItsTextAfterTabsAndWideCharacters() {
    assertEquals("  1 |     a: b\n    |        ^", shown("\ta: b", 5, 1));
    assertEquals("  1 | ab  c\n    |     ^", shown("ab\tc", 4, 1));
    assertEquals("  1 | \u4e2d\u6587: b\n    |       ^", shown("\u4e2d\u6587: b", 5, 1));
    assertEquals("  1 | \u4e2d\u6587: b\n    | ^~~~", shown("\u4e2d\u6587: b", 1, 2));
    assertEquals("  1 | e\u0301: b\n    |    ^", shown("e\u0301: b", 5, 1));
  }

  @Test
  void whatATerminalWouldObeyIsShownAsAnEscape() {
    assertEquals("  1 | a: <U+001B>[31mx\n    |    ^~~~~~~~", shown("a: \u001b[31mx", 4, 1));
    assertEquals("  1 | a<U+202E>b\n    |          ^", shown("a\u202Eb", 3, 1));
    String path = "agents/a/\n\u001b[2J.yaml";
    String report = print("", new PathDiagnostic.Symlink(SourcePoint.startOf(path)));
    assertTrue(report.startsWith("agents/a/<U+000A><U+001B>[2J.yaml:1:1: error[symlink]:"), report);
    assertFalse(report.contains("\u001b"));
  }

  @Test
  void aWideLineIsCutAroundItsPlace() {
    String line = "k: " + "a".repeat(300) + "X" + "b".repeat(300);
    String shown = shown(line, 304, 1);
    String[] lines = shown.split("\n");
    assertEquals(80, lines[0].length());
    assertEquals('X', lines[0].charAt(lines[1].indexOf('^')));
    assertTrue(lines[0].startsWith("  1 | ...a") && lines[0].endsWith("b..."), shown);
    String start = shown(line, 1, 1);
    assertTrue(start.startsWith("  1 | k: aaa"), start);
    String end = shown(line, 604, 1);
    assertEquals('b', end.split("\n")[0].charAt(end.split("\n")[1].indexOf('^') - 1));
    shown("k: " + "a".repeat(300), 1, 303).lines().forEach(it -> assertTrue(it.length() <= 80, it));
  }

  @Test
  void aPlaceBehindTheLineIsMarkedThere() {
    assertEquals("  1 | model:\n    |       ^", shown("model:", 7, 1));
  }

  @Test
  void aSecretIsMaskedWhicheverMistakeShowsItsLine() {
    String key = "AKIA" + "IOSFODNN7EXAMPLE";
    assertEquals(
        "  1 | a: *** # b\n    |        ^", shown("a: " + key + " # b", 25, 1).replace("^~", "^"));
    assertEquals("  1 | a: *** # b\n    |    ^~~", shown("a: " + key + " # b", 4, 20));
    String dup = print("x: 1\n", new YamlDiagnostic.DuplicateKey(at(1, 1), 1, key, 1));
    assertTrue(dup.contains("`***`") && !dup.contains(key), dup);
  }

  @Test
  void aSecretBehindEscapesIsMaskedWhereItWasFound() {
    String line = "a: \"\\x41KIA" + "IOSFODNN7EXAMPLE\"";
    var secret = new TextDiagnostic.SecretValue(at(1, 4), 25, "an AWS access key");
    var other = new YamlDiagnostic.NotAMapping(at(1, 1), 1);
    assertFalse(print(line, other, secret).contains("IOSFODNN7"));
  }

  @Test
  void aKeysInnerLinesAreMaskedToo() {
    String text =
        "a: |\n  -----BEGIN " + "PRIVATE KEY-----\n  MIIEsecret\n  -----END PRIVATE KEY-----\n";
    assertFalse(print(text, new YamlDiagnostic.NotAMapping(at(3, 3), 4)).contains("MIIE"));
  }

  @Test
  void colourOnlyAddsToTheText() {
    Sources sources = Sources.of(List.of(SourceFile.of(FILE, "a: 1\na: 2\n")));
    List<Diagnostic> wrong = List.of(new YamlDiagnostic.DuplicateKey(at(2, 1), 1, "a", 1));
    String plain = new TerminalReport(false).print(wrong, sources);
    String coloured = new TerminalReport(true).print(wrong, sources);
    assertTrue(coloured.contains("\u001b[31merror[duplicate-key]:\u001b[0m"), coloured);
    assertEquals(plain, coloured.replaceAll("\u001b\\[[0-9]+m", ""));
  }

  private static final String TWO = "channels:\n  telegram: { botToken: a-token }\n";

  private static Finding finding(Severity severity, int line, String code) {
    return new Finding(at(line, 1), 1, severity, code, "support/customer", "it is so", "mend it");
  }

  private static Findings findings() {
    return new Findings(
        List.of(
            finding(Severity.NOTE, 2, "some-note"),
            finding(Severity.WARNING, 2, "a-warning"),
            finding(Severity.ERROR, 1, "an-error"),
            finding(Severity.ERROR, 2, "an-error")),
        List.of(
            new Waived(
                finding(Severity.ERROR, 1, "lethal-trio"),
                "owner@example.com",
                "until the proxy is there",
                LocalDate.of(2027, 1, 31))));
  }

  private static String print(Findings findings, boolean colour, String end) {
    Sources sources = Sources.of(List.of(SourceFile.of(FILE, TWO)));
    return new TerminalReport(colour).print(findings, sources, end);
  }

  @Test
  void aFindingUnderlinesWhatItsLineSaysAndWeighsWhatItWeighs() {
    String report = print(findings(), false, "");
    assertTrue(
        report.contains(
            """
            agents/support/customer.yaml:2:1: warning[a-warning]: it is so
              2 |   telegram: { botToken: a-token }
                |   ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
              mend: mend it
            """),
        report);
  }

  @Test
  void eachWeightIsCountedAndWhatIsWaivedIsNot() {
    assertTrue(
        print(findings(), false, "Nothing was changed.")
            .endsWith(
                """
                  waived: lethal-trio for support/customer, by owner@example.com until
                          2027-01-31: until the proxy is there

                2 errors, 1 warning, 1 note in 1 file. Nothing was changed.
                """));
    assertTrue(print(findings(), false, "").endsWith(" in 1 file.\n"));
    assertEquals("", print(Findings.NONE, false, "Nothing was changed."));
  }

  @Test
  void eachWeightHasItsColour() {
    String report = print(findings(), true, "");
    assertTrue(report.contains("\u001b[31merror[an-error]:\u001b[0m"), report);
    assertTrue(report.contains("\u001b[33mwarning[a-warning]:\u001b[0m"), report);
    assertTrue(report.contains("\u001b[36mnote[some-note]:\u001b[0m"), report);
    assertEquals(print(findings(), false, ""), report.replaceAll("\u001b\\[[0-9]+m", ""));
  }
}
