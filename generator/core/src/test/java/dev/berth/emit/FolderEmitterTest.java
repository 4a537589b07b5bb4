package dev.berth.emit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FolderEmitterTest {

  private static final OutputFile A = new OutputFile("a.yaml", "a: 1\n");
  private static final OutputFile B = new OutputFile("teams/b.yaml", "b: \u00e9\n");

  @TempDir private Path parent;

  @Test
  void theFolderHoldsTheFilesAndWhatTheyHash() throws IOException {
    assertEquals(new Changes(List.of("a.yaml", "teams/b.yaml"), List.of(), 0), emit(A, B));
    assertEquals(Map.of("a.yaml", A.text(), "teams/b.yaml", B.text()), tree());
    assertEquals(
        Manifest.hash("a: 1\n".getBytes(java.nio.charset.StandardCharsets.UTF_8)) + "  a.yaml",
        Files.readAllLines(out().resolve(Manifest.NAME)).get(0));
    assertAlone();
  }

  @Test
  void theSameFilesAgainChangeNothing() throws IOException {
    emit(A, B);
    FileTime old = FileTime.fromMillis(1000);
    Files.setLastModifiedTime(out().resolve("a.yaml"), old);
    assertEquals(new Changes(List.of(), List.of(), 2), emit(B, A));
    assertEquals(old, Files.getLastModifiedTime(out().resolve("a.yaml")));
  }

  @Test
  void filesThatDoNotStandTouchNothing() throws IOException {
    emit(A);
    assertEquals(Optional.empty(), new FolderEmitter(out()).emit(Stream.of(A, B), () -> false));
    assertEquals(Map.of("a.yaml", A.text()), tree());
    assertAlone();
  }

  @Test
  void aFileThatIsNoLongerMadeGoes() throws IOException {
    emit(A, B);
    assertEquals(new Changes(List.of(), List.of("teams/b.yaml"), 1), emit(A));
    assertEquals(Map.of("a.yaml", A.text()), tree());
    assertFalse(Files.exists(out().resolve("teams")));
  }

  @Test
  void aFileThatWasChangedIsWrittenAgain() throws IOException {
    emit(A, B);
    Files.writeString(out().resolve("a.yaml"), "mine");
    assertEquals(new Changes(List.of("a.yaml"), List.of(), 1), emit(A, B));
    assertEquals(A.text(), tree().get("a.yaml"));
  }

  @Test
  void anEmptyFolderIsTaken() throws IOException {
    Files.createDirectory(out());
    emit(A);
    assertEquals(Map.of("a.yaml", A.text()), tree());
  }

  @Test
  void noFilesAreAnEmptyFolderOfOurs() throws IOException {
    emit(A);
    assertEquals(new Changes(List.of(), List.of("a.yaml"), 0), emit());
    assertEquals(Map.of(), tree());
    assertTrue(emit().none());
  }

  @Test
  void aFolderOfSomebodyElseIsLeftAlone() throws IOException {
    Files.createDirectory(out());
    Files.writeString(out().resolve("thesis.txt"), "years");
    assertThrows(FolderRefused.class, () -> emit(A));
    assertEquals(Map.of("thesis.txt", "years"), tree());
    assertAlone();
  }

  @Test
  void aFileOfSomebodyElseInOurFolderIsLeftAlone() throws IOException {
    emit(A);
    Files.writeString(out().resolve("notes.txt"), "mine");
    FolderRefused refused = assertThrows(FolderRefused.class, () -> emit(A, B));
    assertTrue(refused.getMessage().contains("notes.txt"), refused::getMessage);
    assertEquals(Map.of("a.yaml", A.text(), "notes.txt", "mine"), tree());
  }

  @Test
  void aManifestThatIsNoneMakesNoFolderOurs() throws IOException {
    Files.createDirectory(out());
    Files.writeString(out().resolve(Manifest.NAME), "anything");
    assertThrows(FolderRefused.class, () -> emit(A));
  }

  @Test
  void aSymbolicLinkIsNoFolder() throws IOException {
    Path elsewhere = Files.createDirectory(parent.resolve("elsewhere"));
    Files.createSymbolicLink(out(), elsewhere);
    assertThrows(FolderRefused.class, () -> emit(A));
    try (Stream<Path> inside = Files.list(elsewhere)) {
      assertEquals(0, inside.count());
    }
  }

  @Test
  void aSymbolicLinkInPlaceOfAFileIsNotFollowed() throws IOException {
    emit(A);
    Path precious = Files.writeString(parent.resolve("precious"), "gold");
    Files.delete(out().resolve("a.yaml"));
    Files.createSymbolicLink(out().resolve("a.yaml"), precious);
    assertThrows(FolderRefused.class, () -> emit(A, B));
    assertEquals("gold", Files.readString(precious));
  }

  @Test
  void aFileIsNoFolder() throws IOException {
    Files.writeString(out(), "text");
    assertThrows(FolderRefused.class, () -> emit(A));
    assertEquals("text", Files.readString(out()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../up.yaml",
        "a/../../up.yaml",
        "/etc/up.yaml",
        "a//b",
        "",
        ".",
        "a/.",
        "a\\b",
        "a/",
        "a\u0000b",
        "a\nb",
        ".berth-manifest",
      })
  void noPathLeadsOutside(String path) throws IOException {
    emit(A);
    assertThrows(IllegalArgumentException.class, () -> emit(A, new OutputFile(path, "x")));
    assertEquals(Map.of("a.yaml", A.text()), tree());
  }

  @Test
  void twoFilesAtOnePathAreABug() {
    assertThrows(IllegalArgumentException.class, () -> emit(A, new OutputFile("a.yaml", "a: 2\n")));
  }

  @Test
  void aRunThatFailsHalfWayLeavesTheOldTree() throws IOException {
    emit(A);
    // No file system takes so long a name: the run fails after its first files are written.
    OutputFile impossible = new OutputFile("z" + "z".repeat(300), "x");
    assertThrows(IOException.class, () -> emit(new OutputFile("a.yaml", "a: 2\n"), impossible));
    assertEquals(Map.of("a.yaml", A.text()), tree());
    assertAlone();
  }

  @Test
  void aParallelRunThatFailsLeavesTheOldTreeAndNothingBesideIt() throws IOException {
    emit(A);
    Stream<OutputFile> files =
        IntStream.range(0, 2000)
            .parallel()
            .mapToObj(each -> new OutputFile("f" + each, each == 700 ? fails() : "x"));
    assertThrows(IllegalStateException.class, () -> new FolderEmitter(out()).emit(files));
    assertEquals(Map.of("a.yaml", A.text()), tree());
    assertAlone();
  }

  @Test
  void filesThatStayAreNotWrittenAgain() throws IOException {
    emit(A, B);
    FileTime old = FileTime.fromMillis(1000);
    Files.setLastModifiedTime(out().resolve("teams/b.yaml"), old);
    emit(new OutputFile("a.yaml", "a: 2\n"), B);
    assertEquals(old, Files.getLastModifiedTime(out().resolve("teams/b.yaml")));
    assertEquals(Map.of("a.yaml", "a: 2\n", "teams/b.yaml", B.text()), tree());
  }

  @Test
  void aTrialTellsWhatARunWouldDoAndDoesNot() throws IOException {
    emit(A);
    assertEquals(
        new Changes(List.of("teams/b.yaml"), List.of("a.yaml"), 0),
        new FolderEmitter(out()).changes(Stream.of(B)));
    assertEquals(Map.of("a.yaml", A.text()), tree());
    assertAlone();
  }

  @Test
  void aRunKilledWhileItWroteIsClearedUp() throws IOException {
    emit(A);
    Path left = Files.createDirectories(parent.resolve(".out.berth-next/teams"));
    Files.writeString(left.resolve("half.yaml"), "h");
    assertTrue(emit(A).none());
    assertAlone();
  }

  @Test
  void aRunKilledBetweenTheTreesLosesNeither() throws IOException {
    emit(A);
    Files.move(out(), parent.resolve(".out.berth-last"));
    Files.createDirectories(parent.resolve(".out.berth-next"));
    assertEquals(new Changes(List.of("teams/b.yaml"), List.of(), 1), emit(A, B));
    assertEquals(Map.of("a.yaml", A.text(), "teams/b.yaml", B.text()), tree());
    assertAlone();
  }

  @Test
  void aRunKilledBeforeItRemovedTheLastTreeIsClearedUp() throws IOException {
    emit(A);
    Path last = Files.createDirectories(parent.resolve(".out.berth-last"));
    Files.writeString(last.resolve("old.yaml"), "o");
    emit(A);
    assertAlone();
    assertEquals(Map.of("a.yaml", A.text()), tree());
  }

  private static String fails() {
    throw new IllegalStateException("a renderer's bug");
  }

  private Path out() {
    return parent.resolve("out");
  }

  private Changes emit(OutputFile... files) throws IOException {
    return new FolderEmitter(out()).emit(Stream.of(files));
  }

  private void assertAlone() throws IOException {
    try (Stream<Path> beside = Files.list(parent)) {
      assertEquals(List.of(out()), beside.toList());
    }
  }

  private Map<String, String> tree() throws IOException {
    Map<String, String> tree = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(out())) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        String name = out().relativize(path).toString().replace('\\', '/');
        if (!name.equals(Manifest.NAME)) {
          tree.put(name, Files.readString(path));
        }
      }
    }
    return tree;
  }
}
