package dev.berth.gather;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.berth.source.Refusal;
import dev.berth.source.SourceFile;
import dev.berth.source.Sources;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60) // against a hang on a FIFO; nothing here is measured
class FleetFolderTest {

  @TempDir private Path folder;
  private Path outside;
  private Path other;
  private Path root;

  @BeforeEach
  void aSmallFleet() throws IOException {
    outside = Files.createDirectory(folder.resolve("outside"));
    other = Files.createDirectory(folder.resolve("other"));
    root = Files.createDirectory(folder.resolve("root"));
    write("fleet.yaml", "openclaw: 1\n");
    write("agents/support/team.yaml", "owner: a\n");
    write("agents/support/customer.yaml", "model: m\n");
    write("souls/customer.md", "# Customer\n");
    Files.writeString(outside.resolve("secret.yaml"), "stolen: yes\n");
  }

  private Path write(String path, String text) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private Path link(String path, Path target) throws IOException {
    Path link = root.resolve(path);
    Files.createDirectories(link.getParent());
    Files.deleteIfExists(link);
    return Files.createSymbolicLink(link, target);
  }

  private List<String> refused() {
    return refused(FleetFolder.read(root));
  }

  private static List<String> refused(Sources sources) {
    return sources.refused().stream().map(it -> it.reason() + " " + it.path()).toList();
  }

  private List<String> read() {
    return List.copyOf(FleetFolder.read(root).files().keySet());
  }

  @Test
  void declarationsAndSoulsAreReadByteForByte() throws IOException {
    byte[] bytes = {'a', '\r', '\n', (byte) 0xFF, 0};
    Files.write(root.resolve("souls/customer.md"), bytes);
    Sources sources = FleetFolder.read(root);
    assertEquals(
        List.of(
            "agents/support/customer.yaml",
            "agents/support/team.yaml",
            "fleet.yaml",
            "souls/customer.md"),
        List.copyOf(sources.files().keySet()));
    assertEquals(
        new SourceFile("souls/customer.md", bytes),
        sources.file("souls/customer.md").orElseThrow());
    assertEquals(List.of(), sources.refused());
  }

  @Test
  void whatIsMissingIsLeftOut() throws IOException {
    assertEquals(Sources.of(List.of()), FleetFolder.read(other));
  }

  @Test
  void theRestOfTheRepositoryIsNotLookedAt() throws IOException {
    write("templates/x.yaml", "a: 1\n");
    link("other", outside);
    assertEquals(List.of(), refused());
    assertEquals(4, read().size());
  }

  @Test
  void hiddenFilesAndReadmesArePassedBy() throws IOException {
    write("agents/README.md", "x");
    write("agents/.gitkeep", "");
    write("agents/support/.customer.yaml.swp", "x");
    write("agents/.cache/x.yaml", "x");
    write("souls/README.md", "x");
    assertEquals(List.of(), refused());
    assertEquals(4, read().size());
  }

  @Test
  void filesNobodyReadsAreRefused() throws IOException {
    write("fleet.yml", "x");
    write("agents/loose.yaml", "x");
    write("agents/support/triage.yml", "x");
    write("agents/support/deep/triage.yaml", "x");
    write("souls/customer.txt", "x");
    write("souls/deep/customer.md", "x");
    assertEquals(
        List.of(
            "STRAY agents/loose.yaml",
            "STRAY agents/support/deep",
            "STRAY agents/support/triage.yml",
            "STRAY fleet.yml",
            "STRAY souls/customer.txt",
            "STRAY souls/deep"),
        refused());
  }

  @Test
  void aLinkToAFileOutsideIsRefused() throws IOException {
    link("agents/support/thief.yaml", outside.resolve("secret.yaml"));
    link("souls/thief.md", outside.resolve("secret.yaml"));
    link("fleet.yaml", outside.resolve("secret.yaml"));
    assertEquals(
        List.of(
            "SYMLINK agents/support/thief.yaml", "SYMLINK fleet.yaml", "SYMLINK souls/thief.md"),
        refused());
    assertEquals(3, read().size());
  }

  @Test
  void aLinkToAFileInsideIsRefusedToo() throws IOException {
    link("agents/support/twin.yaml", Path.of("customer.yaml"));
    assertEquals(List.of("SYMLINK agents/support/twin.yaml"), refused());
  }

  @Test
  void aLinkToNothingOrToItselfIsRefused() throws IOException {
    link("agents/support/nothing.yaml", Path.of("gone"));
    link("agents/support/self.yaml", Path.of("self.yaml"));
    link("agents/loop", Path.of("loop"));
    assertEquals(
        List.of(
            "SYMLINK agents/loop",
            "SYMLINK agents/support/nothing.yaml",
            "SYMLINK agents/support/self.yaml"),
        refused());
  }

  @Test
  void aLinkedFolderIsRefusedAtEveryLevel() throws IOException {
    link("agents/linked", outside);
    assertEquals(List.of("SYMLINK agents/linked"), refused());
    Files.createSymbolicLink(other.resolve("agents"), root.resolve("agents"));
    Files.createSymbolicLink(other.resolve("souls"), root.resolve("souls"));
    Sources sources = FleetFolder.read(other);
    assertEquals(List.of("SYMLINK agents", "SYMLINK souls"), refused(sources));
    assertEquals(0, sources.files().size());
  }

  @Test
  void theRootItselfMayBeReachedThroughALink() throws IOException {
    Path link = Files.createSymbolicLink(outside.resolve("root"), root);
    assertEquals(4, FleetFolder.read(link).files().size());
  }

  @Test
  void aFolderThatLinksBackToItsParentIsNotEntered() throws IOException {
    link("agents/support/up", root);
    assertEquals(List.of("SYMLINK agents/support/up"), refused());
  }

  @Test
  void aFifoIsRefusedWithoutWaitingForAWriter() throws Exception {
    for (String path : List.of("agents/support/pipe.yaml", "souls/pipe.md", "agents/pipe")) {
      Process made = new ProcessBuilder("mkfifo", root.resolve(path).toString()).start();
      assertEquals(0, made.waitFor());
    }
    assertEquals(
        List.of(
            "STRAY agents/pipe", "NOT_A_FILE agents/support/pipe.yaml", "NOT_A_FILE souls/pipe.md"),
        refused());
  }

  @Test
  void aSocketIsRefused() throws IOException {
    try (ServerSocketChannel channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      channel.bind(UnixDomainSocketAddress.of(root.resolve("souls/s.md")));
      assertEquals(List.of("NOT_A_FILE souls/s.md"), refused());
    }
  }

  @Test
  void aFolderIsNoFileAndAFileIsNoFolder() throws IOException {
    Files.createDirectories(root.resolve("agents/support/dir.yaml"));
    Files.createDirectories(root.resolve("souls/dir.md"));
    assertEquals(
        List.of("NOT_A_FILE agents/support/dir.yaml", "NOT_A_FILE souls/dir.md"), refused());
    Files.createDirectories(other.resolve("fleet.yaml"));
    Files.writeString(other.resolve("agents"), "x");
    Files.writeString(other.resolve("souls"), "x");
    assertEquals(
        List.of("NOT_A_FOLDER agents", "NOT_A_FILE fleet.yaml", "NOT_A_FOLDER souls"),
        refused(FleetFolder.read(other)));
  }

  @Test
  void aFileIsReadUpToItsLimitAndNotBeyond() throws IOException {
    write("agents/support/most.yaml", "x".repeat(Sources.MOST_YAML_BYTES));
    write("agents/support/more.yaml", "x".repeat(Sources.MOST_YAML_BYTES + 1));
    write("souls/most.md", "x".repeat(Sources.MOST_SOUL_BYTES));
    write("souls/more.md", "x".repeat(Sources.MOST_SOUL_BYTES + 1));
    Sources sources = FleetFolder.read(root);
    assertEquals(
        List.of(
            new Refusal("agents/support/more.yaml", Refusal.Reason.TOO_LARGE, 256 * 1024),
            new Refusal("souls/more.md", Refusal.Reason.TOO_LARGE, 256 * 1024)),
        sources.refused());
    assertEquals(6, sources.files().size());
  }

  /** Root may open anything, so the system's answer is given here. */
  @Test
  void aFileThatMayNotBeOpenedIsRefused() {
    Probe probe = new Probe(file -> denied(file, "customer.md"));
    assertEquals(List.of("UNREADABLE souls/customer.md"), refused(FleetFolder.read(root, probe)));
  }

  private static InputStream denied(Path file, String name) throws IOException {
    if (file.endsWith(name)) {
      throw new AccessDeniedException(file.toString());
    }
    return Files.newInputStream(file);
  }

  @Test
  void aFileThatGrowsWhileItIsReadIsRefused() {
    Probe probe =
        new Probe(
            file -> {
              Files.write(file, new byte[2 * Sources.MOST_SOUL_BYTES]);
              return Files.newInputStream(file);
            });
    assertEquals(
        List.of(
            "CHANGED_WHILE_READ agents/support/customer.yaml",
            "CHANGED_WHILE_READ agents/support/team.yaml",
            "CHANGED_WHILE_READ fleet.yaml",
            "CHANGED_WHILE_READ souls/customer.md"),
        refused(FleetFolder.read(root, probe)));
  }

  @Test
  void aFileThatIsExchangedForALinkIsRefused() throws IOException {
    // As long as the file it takes the place of, so that only the second look can tell.
    Path same = Files.writeString(outside.resolve("same"), "# Customer\n", StandardCharsets.UTF_8);
    Probe probe =
        new Probe(
            file -> {
              if (file.endsWith("customer.md")) {
                link("souls/customer.md", same);
              }
              return Files.newInputStream(file);
            });
    assertEquals(
        List.of("CHANGED_WHILE_READ souls/customer.md"), refused(FleetFolder.read(root, probe)));
  }

  @Test
  void whatHasBecomeALinkIsNotEvenOpened() throws IOException {
    Probe probe = Probe.onDisk();
    Found found = probe.find(root.resolve("souls"), "customer.md").orElseThrow();
    link("souls/customer.md", Files.writeString(outside.resolve("same"), "# Customer\n"));
    Gathered gathered = new Gathered();
    probe.read(found, "souls/customer.md", Sources.MOST_SOUL_BYTES, gathered);
    assertEquals(List.of("UNREADABLE souls/customer.md"), refused(gathered.sources()));
  }

  @Test
  void aFileThatGoesAwayIsRefused() {
    Probe probe =
        new Probe(
            file -> {
              Files.delete(file);
              return Files.newInputStream(file);
            });
    assertEquals(4, refused(FleetFolder.read(root, probe)).size());
  }

  @Test
  void aRootThatIsNotThereIsNoMistakeOfADeclaration() {
    assertThrows(UncheckedIOException.class, () -> FleetFolder.read(root.resolve("gone")));
  }

  @Test
  void namesOfAnyLettersAreRead() throws IOException {
    write("agents/support/Customer.yaml", "x");
    write("agents/support/a b\n\u001b[31m.yaml", "x");
    assertEquals(6, read().size());
  }
}
