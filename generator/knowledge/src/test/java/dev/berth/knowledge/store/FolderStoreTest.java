package dev.berth.knowledge.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.berth.knowledge.store.StoreProblem.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderStoreTest extends ObjectStoreContract implements MissingBucketContract {

  private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

  @TempDir private Path folder;

  @Override
  protected ObjectStore open(String prefix) throws IOException {
    return new FolderStore(Files.createDirectories(folder.resolve("bucket/" + prefix)), CLOCK);
  }

  @Override
  public ObjectStore withoutBucket() {
    return new FolderStore(folder.resolve("missing"), CLOCK);
  }

  @Test
  void anObjectIsAFileOfItsName() throws IOException {
    FolderStore store = new FolderStore(folder, CLOCK);
    store.create("objects/ab/1", Content.of("text"));
    assertEquals("text", Files.readString(folder.resolve("objects/ab/1")));
    assertEquals(List.of(), unfinished());
    assertEquals(folder.toUri().toString(), store.url());
  }

  @Test
  void aFullDiskLeavesNothingHalfWritten() throws IOException {
    Disk full =
        (file, content) -> {
          Files.write(file, content.readNBytes(100));
          throw new IOException("No space left on device");
        };
    FolderStore store = new FolderStore(folder, CLOCK, full);
    StoreProblem problem = refused(() -> store.create("objects/ab/1", Content.of(new byte[1000])));
    assertEquals(Kind.FULL, problem.kind());
    assertTrue(problem.message().contains(folder.toString()), problem.message());
    assertEquals(List.of(), store.list("", "", 10));
    assertEquals(List.of(), unfinished());
  }

  @Test
  void aFullDiskIsToldInAnyLanguage() throws IOException {
    Disk full =
        (file, content) -> {
          throw new IOException("Kein Platz mehr");
        };
    FolderStore store = new FolderStore(folder, CLOCK, full);
    Content large =
        new Content() {
          @Override
          public long sizeBytes() {
            return Long.MAX_VALUE;
          }

          @Override
          public InputStream open() {
            return InputStream.nullInputStream();
          }
        };
    assertEquals(Kind.FULL, refused(() -> store.create("objects/ab/1", large)).kind());
  }

  @Test
  void whatACrashLeftIsNoObjectAndIsSweptAfterADay() throws IOException {
    Path young = leave("young", NOW.minus(Duration.ofHours(23)));
    Path old = leave("old", NOW.minus(Duration.ofHours(25)));
    FolderStore store = new FolderStore(folder, CLOCK);
    assertEquals(List.of(), store.list("", "", 10));
    assertTrue(store.create("snapshots/1", Content.of("x")));
    assertTrue(Files.exists(young));
    assertFalse(Files.exists(old));
  }

  private Path leave(String name, Instant at) throws IOException {
    Path file = Files.createDirectories(folder.resolve(Unfinished.FOLDER)).resolve(name);
    return Files.setLastModifiedTime(Files.writeString(file, "half"), FileTime.from(at));
  }

  /** Its files come and go while they are looked through. */
  @Test
  void whatAnotherProcessIsWritingIsLeftToIt() throws Exception {
    AtomicBoolean over = new AtomicBoolean();
    FolderStore other = new FolderStore(folder, CLOCK);
    CompletableFuture<Void> writing =
        CompletableFuture.runAsync(
            () -> {
              for (int i = 0; !over.get(); i++) {
                try {
                  other.create("other/" + i, Content.of("other"));
                } catch (StoreProblem problem) {
                  throw new CompletionException(problem);
                }
              }
            });
    try {
      for (int i = 0; i < 300; i++) {
        assertTrue(new FolderStore(folder, CLOCK).create("one/" + i, Content.of("one")));
      }
    } finally {
      over.set(true);
    }
    writing.join();
  }

  @Test
  void noLinkLeadsOutOfTheFolder() throws IOException {
    Path outside = Files.createDirectories(folder.resolve("outside"));
    Files.writeString(outside.resolve("1"), "not an object");
    Path root = Files.createDirectories(folder.resolve("store"));
    Files.createSymbolicLink(root.resolve("objects"), outside);
    Files.createSymbolicLink(root.resolve("file"), outside.resolve("1"));
    FolderStore store = new FolderStore(root, CLOCK);

    assertEquals(List.of(), store.list("", "", 10));
    assertEquals(Kind.DENIED, refused(() -> store.open("objects/1")).kind());
    assertEquals(
        Kind.DENIED, assertThrows(StoreProblem.class, () -> store.delete("objects/1")).kind());
    assertEquals(Kind.DENIED, refused(() -> store.create("objects/2", Content.of("x"))).kind());
    assertEquals(Kind.ABSENT, refused(() -> store.open("file")).kind());
    assertEquals(Kind.DENIED, refused(() -> store.create("file", Content.of("x"))).kind());
    store.delete("file");
    assertTrue(Files.isSymbolicLink(root.resolve("file")));
    assertEquals("not an object", Files.readString(outside.resolve("1"), UTF_8));
    assertFalse(Files.exists(outside.resolve("2"), LinkOption.NOFOLLOW_LINKS));
  }

  @Test
  void aNameWithinANameIsRefusedWithASentence() throws IOException {
    FolderStore store = new FolderStore(folder, CLOCK);
    store.create("a", Content.of("x"));
    assertEquals(Kind.DENIED, refused(() -> store.create("a/b", Content.of("x"))).kind());
    assertEquals(Kind.ABSENT, refused(() -> store.open("a/b")).kind());
    store.create("c/d", Content.of("x"));
    assertEquals(Kind.DENIED, refused(() -> store.create("c", Content.of("x"))).kind());
    assertEquals(Kind.ABSENT, refused(() -> store.open("c")).kind());
  }

  @Test
  void filesOfOthersAreNotListed() throws IOException {
    Files.writeString(folder.resolve("with a space"), "x");
    Files.writeString(folder.resolve("one~"), "x");
    FolderStore store = new FolderStore(folder, CLOCK);
    store.create("one", Content.of("x"));
    assertEquals(List.of("one"), store.list("", "", 10));
  }

  private List<Path> unfinished() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve(Unfinished.FOLDER))) {
      return files.toList();
    }
  }
}
