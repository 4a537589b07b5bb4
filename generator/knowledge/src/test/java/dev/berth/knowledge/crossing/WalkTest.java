package dev.berth.knowledge.crossing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WalkTest {

  @TempDir Path home;
  private Path workspace;

  @BeforeEach
  void openWorkspace() throws IOException {
    workspace = Files.createDirectory(home.resolve("workspace"));
  }

  private void file(String name) throws IOException {
    Path file = workspace.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, name);
  }

  @Test
  void aMissingHomeIsNothing() throws IOException {
    Path declared = Files.writeString(home.resolve("x"), "x");
    KnowledgePath soul = KnowledgePath.of("workspace/SOUL.md");
    assertEquals(List.of(), Met.in(home.resolve("none"), Map.of(soul, declared)).lines);
  }

  @Test
  void anEmptyHomeIsNothingAndAnEmptyWorkspaceAFolder() throws IOException {
    assertEquals(List.of("folder workspace"), Met.in(home).lines);
    Files.delete(workspace);
    assertEquals(List.of(), Met.in(home).lines);
  }

  @Test
  void nothingElseOfTheHomeIsEvenLookedAt() throws IOException {
    file("a.md");
    for (String other : List.of(".env", "notes.md", "openclaw.json.bak", "workspace-old")) {
      Files.writeString(home.resolve(other), "x");
    }
    Files.writeString(home.resolve("openclaw.json"), "{}");
    assertEquals(List.of("file openclaw.json", "file workspace/a.md"), Met.in(home).lines);
  }

  @Test
  void whatIsNoFolderOrFileWhereOneMustBeStays() throws IOException {
    Files.delete(workspace);
    Files.writeString(workspace, "a file");
    Files.createDirectory(home.resolve("openclaw.json"));
    assertEquals(List.of("left openclaw.json NEVER", "left workspace NEVER"), Met.in(home).lines);
  }

  /** {@code a/} comes after {@code a-b} and {@code a.md}, but an empty folder is named without. */
  @Test
  void everythingIsMetInTheOrderOfItsName() throws IOException {
    for (String name : List.of("a/x", "a.md", "a-b/.env", "a b/c", "a0", "b/.env", "b/cache/x")) {
      file(name);
    }
    Files.createDirectories(workspace.resolve("c/d"));
    Files.createDirectories(workspace.resolve("c-"));
    List<String> expected =
        List.of(
            "file workspace/a%20b/c",
            "folder workspace/a-b",
            "left workspace/a-b/.env NEVER",
            "file workspace/a.md",
            "file workspace/a/x",
            "file workspace/a0",
            "folder workspace/b",
            "left workspace/b/.env NEVER",
            "left workspace/b/cache NEVER",
            "folder workspace/c-",
            "folder workspace/c/d");
    assertEquals(expected, Met.in(home).lines);
    assertEquals(expected, Met.in(home, Met::openUnlinked, 2).lines);
  }

  @Test
  void tenThousandFilesInOneFolderAreMetInOrderABatchAtATime() throws IOException {
    for (int i = 0; i < 10_000; i++) {
      Files.createFile(workspace.resolve("note-" + i + ".md"));
    }
    List<String> expected =
        IntStream.range(0, 10_000).mapToObj(i -> "workspace/note-" + i + ".md").sorted().toList();
    assertEquals(expected, Met.in(home).texts);
    assertEquals(expected, Met.in(home, Met::openUnlinked, 999).texts);
  }

  @Test
  void fiveHundredFoldersDeepIsMet() throws IOException {
    Path deep = workspace;
    for (int i = 0; i < 500; i++) {
      deep = Files.createDirectory(deep.resolve("d"));
    }
    Files.writeString(deep.resolve("f"), "deep");
    assertEquals(List.of("file workspace/" + "d/".repeat(500) + "f"), Met.in(home).lines);
  }

  @Test
  void aFileIsMetWithWhatTheSystemSaysOfIt() throws IOException {
    file("a.md");
    Files.setPosixFilePermissions(
        workspace.resolve("a.md"), PosixFilePermissions.fromString("rwxr-x--x"));
    Walk.Seen seen = Met.in(home).seen("workspace/a.md");
    assertEquals(0751, seen.mode());
    assertEquals(4, seen.sizeBytes());
    Map<String, Object> unix = Files.readAttributes(workspace.resolve("a.md"), "unix:ino");
    assertEquals(unix.get("ino"), seen.inode());
    assertTrue(seen.changedNanos() >= seen.modifiedNanos());
  }

  @Test
  void aHardLinkIsAFile() throws IOException {
    file("a.md");
    Files.createLink(workspace.resolve("b.md"), workspace.resolve("a.md"));
    assertEquals(List.of("file workspace/a.md", "file workspace/b.md"), Met.in(home).lines);
  }

  @Test
  void aDeclaredFileStandsInForTheOneOfItsNameOrIsAdded(@TempDir Path elsewhere)
      throws IOException {
    file("SOUL.md");
    file("a.md");
    Path soul = Files.writeString(elsewhere.resolve("soul-1"), "declared");
    // As a mounted ConfigMap has it: the name is a link that is swapped.
    Path link = Files.createSymbolicLink(elsewhere.resolve("soul"), soul);
    Met met =
        Met.in(
            home,
            Map.of(
                KnowledgePath.of("workspace/SOUL.md"), link,
                KnowledgePath.of("openclaw.json"), soul,
                KnowledgePath.of("workspace/made/up/b.md"), soul,
                KnowledgePath.of("workspace/.env"), soul,
                KnowledgePath.of("workspace/none.md"), elsewhere.resolve("none")));
    assertEquals(
        List.of(
            "file openclaw.json",
            "left workspace/.env NEVER",
            "file workspace/SOUL.md",
            "file workspace/a.md",
            "file workspace/made/up/b.md",
            "left workspace/none.md UNREADABLE"),
        met.lines);
    assertEquals(soul.toRealPath(), met.seen("workspace/SOUL.md").file());
    assertEquals(8, met.seen("workspace/SOUL.md").sizeBytes());
  }

  @Test
  void whatIsDeclaredCrossesWhateverStandsInItsWay(@TempDir Path elsewhere) throws IOException {
    Files.delete(workspace);
    Files.createSymbolicLink(workspace, elsewhere);
    Path soul = Files.writeString(elsewhere.resolve("soul"), "declared");
    Map<KnowledgePath, Path> declared = Map.of(KnowledgePath.of("workspace/SOUL.md"), soul);
    assertEquals(
        List.of("left workspace LINK", "file workspace/SOUL.md"), Met.in(home, declared).lines);
    Files.delete(workspace);
    assertEquals(List.of("file workspace/SOUL.md"), Met.in(home, declared).lines);
  }

  /** Before a folder is opened, {@code change} is done to it, once. */
  private Met whileWalking(String folder, int batch, Change change) throws IOException {
    AtomicBoolean done = new AtomicBoolean();
    Walk.Opening opening =
        (root, parts) -> {
          if (parts.get(parts.size() - 1).toString().equals(folder) && !done.getAndSet(true)) {
            change.make();
          }
          return Met.openUnlinked(root, parts);
        };
    return Met.in(home, opening, batch);
  }

  private interface Change {
    void make() throws IOException;
  }

  @Test
  void aFolderThatVanishesBeforeItIsReadIsReported() throws IOException {
    file("a/x");
    file("b");
    Met met =
        whileWalking(
            "a",
            10,
            () -> {
              Files.delete(workspace.resolve("a/x"));
              Files.delete(workspace.resolve("a"));
            });
    assertEquals(List.of("left workspace/a UNREADABLE", "file workspace/b"), met.lines);
  }

  @Test
  void aFolderThatIsSwappedForALinkIsNotFollowed(@TempDir Path secrets) throws IOException {
    Files.writeString(secrets.resolve("token.md"), "x");
    file("a/b/x");
    Met met =
        whileWalking(
            "b",
            10,
            () -> {
              Files.move(workspace.resolve("a"), workspace.resolve("z"));
              Files.createDirectory(secrets.resolve("b"));
              Files.createSymbolicLink(workspace.resolve("a"), secrets);
            });
    assertEquals(List.of("left workspace/a/b UNREADABLE"), met.lines);
  }

  @Test
  void whatIsGoneWhenItsTurnComesIsNotMet() throws IOException {
    file("a");
    file("b");
    file("c/d");
    Met met =
        new Met() {
          @Override
          public void file(Walk.Seen seen) throws IOException {
            super.file(seen);
            if (seen.path().text().endsWith("/a")) {
              Files.delete(workspace.resolve("b"));
              Files.delete(workspace.resolve("c/d"));
              Files.delete(workspace.resolve("c"));
            }
          }
        };
    Walk.over(home, Map.of(), met);
    assertEquals(List.of("file workspace/a"), met.lines);
  }

  /** Half a folder would look like deleted files. */
  @Test
  void aFolderThatCannotBeReadToItsEndEndsTheWalk() throws IOException {
    file("a/1");
    file("a/2");
    int[] opened = {0};
    Walk.Opening opening =
        (root, parts) -> {
          DirectoryStream<Path> names = Met.openUnlinked(root, parts);
          if (parts.size() == 2 && ++opened[0] == 2) {
            names.close();
            throw new IOException("the disk broke");
          }
          return names;
        };
    assertThrows(IOException.class, () -> Met.in(home, opening, 1));
  }
}
