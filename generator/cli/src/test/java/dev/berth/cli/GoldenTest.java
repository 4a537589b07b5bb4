package dev.berth.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import dev.berth.diagnose.Diagnostic;
import dev.berth.diagnose.Finding;
import dev.berth.rules.Rule;
import dev.berth.rules.RulePack;
import dev.berth.rules.objects.ObjectRule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The command line says and writes what each golden case holds. */
class GoldenTest {

  private static final boolean UPDATE = System.getProperty("golden.update") != null;

  private static final String FOLDER_TEST = "dev.berth.gather.FleetFolderTest";

  /** Codes that no file in a repository can show, and the test that shows each instead. */
  private static final Map<String, String> SHOWN_BY_A_TEST =
      Map.of(
          "changed-while-read",
          FOLDER_TEST,
          "unreadable",
          FOLDER_TEST,
          // It takes more files than anybody would keep for an example.
          "too-many-principals",
          "dev.berth.check.PrincipalCheckTest",
          // A checkout on macOS or Windows cannot hold such a pair.
          "name-twins",
          "dev.berth.declare.FolderCheckTest");

  @TempDir Path scratch;

  @TestFactory
  Stream<DynamicTest> everyCaseSaysAndWritesWhatIsExpected() throws IOException {
    return GoldenCase.all().stream()
        .map(each -> DynamicTest.dynamicTest(each.name(), () -> compare(each)));
  }

  private void compare(GoldenCase each) throws IOException {
    Map<String, String> expected = each.expected();
    Map<String, String> actual = each.actual(scratch.resolve(each.name()));
    if (UPDATE && !expected.equals(actual)) {
      each.rewrite(actual);
      fail("rewrote " + each.folder() + "/then: read the diff, then run without -Dgolden.update");
    }
    assertEquals(joined(expected), joined(actual), () -> each.folder() + ": see -Dgolden.update");
  }

  @Test
  void noTwoCasesHaveOneName() throws IOException {
    Set<String> names = new HashSet<>();
    List<String> twice =
        GoldenCase.all().stream().map(GoldenCase::name).filter(name -> !names.add(name)).toList();
    assertEquals(List.of(), twice);
  }

  @Test
  void thereIsACaseWithNothingWrong() throws IOException {
    Path terminal = GoldenCase.ALL.resolve("everything-right/then/terminal.txt");
    assertTrue(Files.readString(terminal).endsWith("exit: 0\n"));
  }

  @Test
  void everyDiagnosticIsShownByACase() throws IOException {
    String shown = shown();
    List<String> neverShown =
        codes(Diagnostic.class)
            .filter(code -> !shown.contains("error[" + code + "]"))
            .filter(code -> !SHOWN_BY_A_TEST.containsKey(code))
            .sorted()
            .toList();
    assertEquals(List.of(), neverShown);
  }

  @Test
  void everyRuleIsShownByTheCaseOfItsName() throws IOException {
    List<String> neverShown = new ArrayList<>();
    for (Rule rule : RulePack.builtIn().rules()) {
      if (rule instanceof ObjectRule) {
        continue; // Declarations rarely break one: MutationTest proves each.
      }
      Path terminal = GoldenCase.ALL.resolve(rule.id()).resolve("then/terminal.txt");
      String head = ": " + rule.severity() + "[" + rule.id() + "]: ";
      if (!Files.exists(terminal) || !unwrapped(terminal).contains(head)) {
        neverShown.add(rule.id());
      }
    }
    assertEquals(List.of(), neverShown);
  }

  private static String unwrapped(Path terminal) throws IOException {
    return Files.readString(terminal).replace('\n', ' ');
  }

  @Test
  void onlyCodesThatNoCaseShowsAreExcused() throws IOException {
    String shown = shown();
    List<String> needless =
        SHOWN_BY_A_TEST.keySet().stream()
            .filter(code -> shown.contains("error[" + code + "]"))
            .toList();
    assertEquals(List.of(), needless);
    List<String> known = codes(Diagnostic.class).toList();
    assertTrue(known.containsAll(SHOWN_BY_A_TEST.keySet()), SHOWN_BY_A_TEST::toString);
  }

  @Test
  void noLineIsWiderThanATerminal() throws IOException {
    List<String> wide = new ArrayList<>();
    for (GoldenCase each : GoldenCase.all()) {
      Files.readString(each.folder().resolve("then/terminal.txt"))
          .lines()
          .filter(line -> line.codePointCount(0, line.length()) > 80)
          // What a user wrote is shown as it is, and a word longer than a line cannot be broken.
          .filter(line -> !line.matches("( *[0-9]+ \\|.*| *\\| +\\^+~*|\\s*\\S+)"))
          // JSON and what a Job hands to its container are for programs.
          .filter(line -> !line.matches(" *(- |image: )?\".*") && !line.startsWith("$"))
          .forEach(line -> wide.add(each.name() + ": " + line));
    }
    assertEquals(List.of(), wide);
  }

  /** The codes of every diagnostic of a kind, however deep; what rules find is a list of theirs. */
  static Stream<String> codes(Class<?> kind) {
    if (kind == Finding.class) {
      return Stream.empty();
    }
    Class<?>[] permitted = kind.getPermittedSubclasses();
    return permitted == null
        ? Stream.of(Diagnostic.code(kind))
        : Stream.of(permitted).flatMap(GoldenTest::codes);
  }

  private static String shown() throws IOException {
    StringBuilder all = new StringBuilder();
    for (GoldenCase each : GoldenCase.all()) {
      all.append(Files.readString(each.folder().resolve("then/terminal.txt")));
    }
    return all.toString();
  }

  private static String joined(Map<String, String> files) {
    StringBuilder all = new StringBuilder();
    new TreeMap<>(files)
        .forEach(
            (path, text) ->
                all.append("==== ")
                    .append(path)
                    .append('\n')
                    .append(
                        new String(
                            text.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8)));
    return all.toString();
  }
}
