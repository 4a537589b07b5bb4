package dev.berth.knowledge.crossing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.OutputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Real files of the kinds that a walk and a reader must not trust. */
@Timeout(60) // What blocks for ever must fail here, not hang.
class HostileFilesTest {

  private static final Duration SHORT = Duration.ofMillis(200);

  @TempDir Path home;
  @TempDir Path elsewhere;
  private Path workspace;

  @BeforeEach
  void openWorkspace() throws IOException {
    workspace = Files.createDirectory(home.resolve("workspace"));
  }

  private FileReader reader() {
    return new FileReader(elsewhere, 1 << 20);
  }

  private static FileReader.Result.Skipped skipped(LeftOut.Reason why) {
    return new FileReader.Result.Skipped(why);
  }

  private static void makeFifo(Path fifo) throws Exception {
    assertEquals(0, new ProcessBuilder("mkfifo", fifo.toString()).inheritIO().start().waitFor());
  }

  @Test
  void noLinkIsFollowedWhereverItLeads() throws IOException {
    Files.writeString(elsewhere.resolve("x"), "x");
    Files.createSymbolicLink(workspace.resolve("dangling"), Path.of("/nowhere/at/all"));
    Files.createSymbolicLink(workspace.resolve("file"), elsewhere.resolve("x"));
    Files.createSymbolicLink(workspace.resolve("folder"), elsewhere);
    Files.createSymbolicLink(workspace.resolve("loop"), Path.of("loop"));
    Files.createSymbolicLink(workspace.resolve("up"), Path.of(".."));
    Files.createSymbolicLink(workspace.resolve("within"), Path.of("z"));
    Files.writeString(workspace.resolve("z"), "z");
    assertEquals(
        List.of(
            "left workspace/dangling LINK",
            "left workspace/file LINK",
            "left workspace/folder LINK",
            "left workspace/loop LINK",
            "left workspace/up LINK",
            "left workspace/within LINK",
            "file workspace/z"),
        Met.in(home).lines);
  }

  @Test
  void aFifoAndASocketAreNeverOpened() throws Exception {
    makeFifo(workspace.resolve("fifo"));
    Path socket = workspace.resolve("socket");
    try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      server.bind(UnixDomainSocketAddress.of(socket));
      assertEquals(
          List.of(
              "folder workspace", "left workspace/fifo SPECIAL", "left workspace/socket SPECIAL"),
          Met.in(home).lines);
    }
  }

  private interface Swap {
    void make() throws Exception;
  }

  /** Meets {@code workspace/a/b}, swaps something for something else, then reads. */
  private FileReader.Result readAfter(Swap swap) throws Exception {
    Walk.Seen seen = seen();
    swap.make();
    return reader().read(seen);
  }

  private Walk.Seen seen() throws IOException {
    Files.createDirectory(workspace.resolve("a"));
    Files.writeString(workspace.resolve("a/b"), "b");
    return Met.in(home).seen("workspace/a/b");
  }

  @Test
  void aFileThatWasSwappedForALinkIsNotRead() throws Exception {
    Path secret = Files.writeString(elsewhere.resolve("b"), "secret");
    assertEquals(
        skipped(LeftOut.Reason.LINK),
        readAfter(
            () -> {
              Files.delete(workspace.resolve("a/b"));
              Files.createSymbolicLink(workspace.resolve("a/b"), secret);
            }));
  }

  @Test
  void aFolderOnTheWayThatWasSwappedForALinkIsNotEntered() throws Exception {
    Files.writeString(elsewhere.resolve("b"), "secret");
    assertEquals(
        skipped(LeftOut.Reason.LINK),
        readAfter(
            () -> {
              Files.move(workspace.resolve("a"), workspace.resolve("moved"));
              Files.createSymbolicLink(workspace.resolve("a"), elsewhere);
            }));
  }

  @Test
  void theWholeWorkspaceThatWasSwappedForALinkIsNotEntered() throws Exception {
    Files.createDirectory(elsewhere.resolve("a"));
    Files.writeString(elsewhere.resolve("a/b"), "secret");
    assertEquals(
        skipped(LeftOut.Reason.LINK),
        readAfter(
            () -> {
              Files.move(workspace, home.resolve("moved"));
              Files.createSymbolicLink(workspace, elsewhere);
            }));
  }

  @Test
  void aFileThatWasSwappedForAFolderOrAFifoIsNotRead() throws Exception {
    Walk.Seen seen = seen();
    Files.delete(workspace.resolve("a/b"));
    Files.createDirectory(workspace.resolve("a/b"));
    assertEquals(skipped(LeftOut.Reason.SPECIAL), reader().read(seen));
    Files.delete(workspace.resolve("a/b"));
    makeFifo(workspace.resolve("a/b"));
    assertEquals(skipped(LeftOut.Reason.SPECIAL), reader().read(seen));
  }

  /** The swap nobody can look for: after the last look and before the opening. */
  @Test
  void aFileThatIsSwappedForAFifoAtTheLastMomentBlocksNobody() throws Exception {
    Walk.Seen seen = seen();
    Path fifo = workspace.resolve("a/b");
    FileReader reader =
        new FileReader(
            elsewhere,
            1 << 20,
            Clock.systemUTC(),
            any -> {
              swapForFifo(fifo);
              return Patience.open(() -> Unlinked.file(home, parts("workspace", "a", "b")), SHORT);
            });
    assertEquals(skipped(LeftOut.Reason.SPECIAL), reader.read(seen));
    // Lets the thread that was left behind go.
    try (OutputStream writer = Files.newOutputStream(fifo, StandardOpenOption.WRITE)) {
      writer.flush();
    }
  }

  @Test
  void aFolderThatIsSwappedForAFifoAtTheLastMomentBlocksNobody() throws Exception {
    seen();
    Path folder = workspace.resolve("a");
    Walk.Opening opening =
        (root, names) -> {
          if (names.size() == 2) {
            Files.delete(folder.resolve("b"));
            swapForFifo(folder);
          }
          return Patience.open(() -> Unlinked.folder(root, names), SHORT);
        };
    assertEquals(List.of("left workspace/a UNREADABLE"), Met.in(home, opening, 10).lines);
    try (OutputStream writer = Files.newOutputStream(folder, StandardOpenOption.WRITE)) {
      writer.flush();
    }
  }

  private static void swapForFifo(Path path) throws IOException {
    try {
      Files.delete(path);
      makeFifo(path);
    } catch (IOException io) {
      throw io;
    } catch (Exception other) {
      throw new IOException(other);
    }
  }

  /** A FIFO that opens at once, because somebody writes to it, is still none to be read. */
  @Test
  void aFifoWithAWriterIsNotReadEither() throws Exception {
    Walk.Seen seen = seen();
    Path fifo = workspace.resolve("a/b");
    List<AutoCloseable> open = new ArrayList<>();
    FileReader reader =
        new FileReader(
            elsewhere,
            1 << 20,
            Clock.systemUTC(),
            any -> {
              swapForFifo(fifo);
              open.add(
                  Files.newByteChannel(fifo, StandardOpenOption.READ, StandardOpenOption.WRITE));
              return Unlinked.file(home, parts("workspace", "a", "b"));
            });
    assertEquals(skipped(LeftOut.Reason.SPECIAL), reader.read(seen));
    for (AutoCloseable each : open) {
      each.close();
    }
  }

  private static List<Path> parts(String... names) {
    return List.of(names).stream().map(Path::of).toList();
  }

  /** Root may read all; everybody else is told. */
  @Test
  void whatMayNotBeReadIsReported() throws IOException {
    Files.createDirectory(workspace.resolve("closed"));
    Files.writeString(workspace.resolve("closed/x"), "x");
    Files.writeString(workspace.resolve("secret"), "x");
    Walk.Seen file = Met.in(home).seen("workspace/secret");
    for (String name : List.of("closed", "secret")) {
      Files.setPosixFilePermissions(
          workspace.resolve(name), PosixFilePermissions.fromString("---------"));
    }
    boolean root = Files.isReadable(workspace.resolve("secret"));
    assertEquals(
        List.of(
            root ? "file workspace/closed/x" : "left workspace/closed UNREADABLE",
            "file workspace/secret"),
        Met.in(home).lines);
    if (root) {
      assertInstanceOf(FileReader.Result.Small.class, reader().read(file));
    } else {
      assertEquals(skipped(LeftOut.Reason.UNREADABLE), reader().read(file));
    }
    Files.setPosixFilePermissions(
        workspace.resolve("closed"), PosixFilePermissions.fromString("rwx------"));
  }

  /** Such a place cannot be named in one go: it is made, and met, a folder at a time. */
  @Test
  void whatLiesDeeperThanANameCanSayIsReported() throws Exception {
    String part = "d".repeat(250);
    Path top = workspace.resolve(part);
    for (int i = 0; i < 14; i++) {
      Files.createDirectories(top);
      top = top.resolve(part);
    }
    Files.createDirectories(workspace.resolve("wrap"));
    // Moving the tree below another makes its deepest names longer than any path may be.
    Path outer = workspace.resolve("wrap");
    for (int i = 0; i < 4; i++) {
      outer = Files.createDirectory(outer.resolve("w".repeat(250)));
    }
    Files.move(workspace.resolve(part), outer.resolve(part));
    Met met = Met.in(home);
    assertEquals(1, met.lines.size(), met.lines::toString);
    String last = met.lines.get(0);
    assertEquals("NAME_TOO_LONG", last.substring(last.lastIndexOf(' ') + 1));
    // Or else no tool of Java could clean up after this test.
    Files.move(outer.resolve(part), workspace.resolve(part));
  }

  @Test
  void aPlaceIsOpenedAPartAtATimeOnThisSystem() throws IOException {
    try (DirectoryStream<Path> folder = Unlinked.folder(home, parts("workspace"))) {
      assertInstanceOf(SecureDirectoryStream.class, folder);
    }
    Files.createSymbolicLink(workspace.resolve("link"), elsewhere);
    assertThrows(
        IOException.class, () -> Unlinked.folder(home, parts("workspace", "link")).close());
    assertEquals(true, Files.isSymbolicLink(workspace.resolve("link")));
    assertEquals(false, Files.isDirectory(workspace.resolve("link"), LinkOption.NOFOLLOW_LINKS));
  }
}
