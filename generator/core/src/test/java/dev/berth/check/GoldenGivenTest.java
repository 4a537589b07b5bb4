package dev.berth.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.berth.Fleets;
import dev.berth.diagnose.Diagnostic;
import dev.berth.diagnose.FleetDiagnostic;
import dev.berth.diagnose.GrantDiagnostic;
import dev.berth.diagnose.KeyDiagnostic;
import dev.berth.source.SourceFile;
import dev.berth.source.Sources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each mistake about keys or between files has a tiny repository that shows it, and nothing else.
 */
class GoldenGivenTest {

  private static final Path GOLDEN = Path.of("../cli/src/test/golden");

  static Stream<String> codes() {
    List<Class<?>> kinds = new ArrayList<>();
    leaves(KeyDiagnostic.class, kinds);
    leaves(FleetDiagnostic.class, kinds);
    assertTrue(kinds.size() > 25, kinds::toString);
    return kinds.stream()
        // That takes 1,501 files: PrincipalCheckTest makes them.
        .filter(kind -> kind != GrantDiagnostic.TooManyPrincipals.class)
        .map(kind -> kind.getSimpleName())
        .map(GoldenGivenTest::code);
  }

  private static void leaves(Class<?> kind, List<Class<?>> found) {
    if (!kind.isSealed()) {
      found.add(kind);
      return;
    }
    for (Class<?> permitted : kind.getPermittedSubclasses()) {
      leaves(permitted, found);
    }
  }

  private static String code(String simpleName) {
    return simpleName.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(java.util.Locale.ROOT);
  }

  @ParameterizedTest
  @MethodSource("codes")
  void aCaseOfItsNameShowsIt(String code) throws IOException {
    List<Diagnostic> found =
        Fleets.reader().read(given(code), LocalDate.of(2026, 11, 21)).diagnostics();
    assertTrue(found.stream().anyMatch(each -> each.code().equals(code)), found::toString);
  }

  @ParameterizedTest
  @MethodSource("codes")
  void everySentenceAndMendIsInOurForm(String code) throws IOException {
    for (Diagnostic each :
        Fleets.reader().read(given(code), LocalDate.of(2026, 11, 21)).diagnostics()) {
      assertTrue(each.what().matches("(?s)[`a-z].*[^.]"), each::what);
      assertTrue(each.mend().matches("(?s)[a-z].*[^.]"), each::mend);
      assertTrue(each.width() >= 1, each::toString);
    }
  }

  @Test
  void aTeamWithoutItsFileIsToldWhatToWrite() throws IOException {
    List<Diagnostic> found =
        Fleets.reader().read(given("missing-team-file"), LocalDate.of(2026, 11, 21)).diagnostics();
    assertEquals(
        List.of("agents/support/team.yaml:1:1: there is no file agents/support/team.yaml"),
        found.stream().map(each -> each.at() + ": " + each.what()).toList());
  }

  private static Sources given(String name) throws IOException {
    Path root = GOLDEN.resolve(name).resolve("given");
    try (Stream<Path> paths = Files.walk(root)) {
      return Sources.of(paths.filter(Files::isRegularFile).map(path -> file(root, path)).toList());
    }
  }

  private static SourceFile file(Path root, Path path) {
    try {
      return new SourceFile(
          root.relativize(path).toString().replace('\\', '/'), Files.readAllBytes(path));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
