package dev.berth.knowledge.snapshot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.berth.knowledge.crossing.KnowledgePath;
import dev.berth.knowledge.store.Content;
import dev.berth.knowledge.store.StoreProblem;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class FetchTest {

  private static final int LARGE_BYTES = 300_000;

  private final SpyStore store = new SpyStore();
  private final Repository repository = new Repository(store);
  private final Random random = new Random(5);
  private final Map<KnowledgePath, byte[]> contents = new HashMap<>();

  @Test
  void everyFileArrivesByteForByteAndNoPackIsOpenedTwice() throws IOException {
    List<Entry> entries = stored(3_000);
    entries.add(large("workspace/large"));
    entries.add(Trees.file("workspace/empty", ""));
    entries.add(Entry.folder(Trees.path("workspace/folder")));
    contents.put(Trees.path("workspace/empty"), new byte[0]);
    store.forget();

    assertFetched(entries, 4);

    assertTrue(store.opened.size() > 2, store.opened.size() + " opened");
    assertTrue(store.opened.values().stream().allMatch(times -> times == 1), store.opened + "");
  }

  @Test
  void aPackIsOpenedOnceAWindow() throws IOException {
    List<Entry> entries = new ArrayList<>();
    byte[] content = {1, 2, 3};
    String pack = put(content);
    for (int i = 0; i < Fetch.WINDOW + 1; i++) {
      KnowledgePath path = Trees.path("workspace/" + i);
      entries.add(new Entry(path, 0644, 3, Sha256.of(content), pack, 0));
      contents.put(path, content);
    }
    assertFetched(entries, 2);
    assertEquals(Map.of(ObjectName.ofObject(pack), 2), store.opened);
  }

  @Test
  void onlyWhatIsWantedIsRead() throws IOException {
    List<Entry> entries = stored(200);
    assertFetched(entries.subList(50, 53), 1);
    assertEquals(1, store.opened.size());
  }

  @Test
  void aLargeFileUnderTwoNamesArrivesTwice() throws IOException {
    Entry one = large("workspace/one");
    Entry two =
        new Entry(Trees.path("workspace/two"), 0600, LARGE_BYTES, one.content(), one.object(), 0);
    contents.put(two.path(), content(one));
    assertFetched(List.of(one, two), 2);
  }

  @Test
  void aSinkNeedNotReadToTheEnd() throws IOException {
    List<Entry> entries = stored(100);
    entries.add(large("workspace/large"));
    AtomicInteger taken = new AtomicInteger();
    repository.fetch(entries.iterator(), 2, (entry, content) -> taken.incrementAndGet());
    assertEquals(101, taken.get());
  }

  @Test
  void theReadThatGivesTheLastBytesThrowsWhenAnyIsWrong() throws IOException {
    Entry large = large("workspace/large");
    byte[] tampered = content(large).clone();
    tampered[5] ^= 1;
    Entry wrong = replaced(large, tampered);
    AtomicInteger read = new AtomicInteger();
    RepositoryTest.assertDamaged(
        () ->
            repository.fetch(
                List.of(wrong).iterator(),
                1,
                (entry, content) -> read.set(content.readNBytes(LARGE_BYTES).length)));
    assertEquals(0, read.get());
  }

  @Test
  void whatASinkDidNotReadIsVerifiedAllTheSame() throws IOException {
    Entry large = large("workspace/large");
    byte[] tampered = content(large).clone();
    tampered[LARGE_BYTES - 1] ^= 1;
    assertDamaged(replaced(large, tampered));
  }

  @Test
  void aPackedFileThatIsWrongIsNotGivenAtAll() throws IOException {
    byte[] pack = {1, 2, 3, 4};
    Entry wrong = packed(put(pack), 1, new byte[] {2, 9});
    AtomicInteger taken = new AtomicInteger();
    RepositoryTest.assertDamaged(
        () ->
            repository.fetch(
                List.of(wrong).iterator(), 1, (entry, content) -> taken.incrementAndGet()));
    assertEquals(0, taken.get());
  }

  @Test
  void anObjectShorterOrLongerThanItsFileIsDamage() throws IOException {
    Entry large = large("workspace/large");
    byte[] content = content(large);
    assertDamaged(replaced(large, Arrays.copyOf(content, LARGE_BYTES - 1)));
    assertDamaged(replaced(large, Arrays.copyOf(content, LARGE_BYTES + 1)));
    assertDamaged(replaced(large, new byte[0]));
  }

  @Test
  void aPackThatEndsBeforeItsFileIsDamage() throws IOException {
    byte[] pack = {1, 2, 3, 4};
    String name = put(pack);
    assertDamaged(packed(name, 3, new byte[] {4, 5}));
    assertDamaged(packed(name, 4, new byte[] {5}));
    assertDamaged(packed(name, 1_000_000, new byte[] {5}));
  }

  @Test
  void filesThatOverlapAreDamage() throws IOException {
    byte[] pack = {1, 2, 3, 4};
    String name = put(pack);
    Entry one = packed(name, 0, new byte[] {1, 2, 3});
    Entry two = packed(name, 1, new byte[] {2, 3});
    RepositoryTest.assertDamaged(
        () -> repository.fetch(List.of(one, two).iterator(), 1, (entry, content) -> {}));
  }

  @Test
  void aMissingObjectSaysWhatCannotBeRead() {
    Entry missing = packed(Sha256.OF_NOTHING, 0, new byte[] {1});
    StoreProblem problem = assertDamaged(missing);
    assertEquals(
        "the snapshot that holds workspace/packed cannot be read: memory:///"
            + (ObjectName.ofObject(Sha256.OF_NOTHING) + " is missing"),
        problem.message());
  }

  @Test
  void whatASinkThrowsEndsIt() throws IOException {
    List<Entry> entries = stored(2_000);
    IOException full = new IOException("disk full");
    AtomicInteger after = new AtomicInteger();
    IOException thrown =
        assertThrows(
            IOException.class,
            () ->
                repository.fetch(
                    entries.iterator(),
                    1,
                    (entry, content) -> {
                      after.incrementAndGet();
                      throw full;
                    }));
    assertSame(full, thrown);
    assertEquals(1, after.get());
  }

  @Test
  void whatTheIteratorThrowsEndsIt() {
    StoreProblem damaged = new StoreProblem(StoreProblem.Kind.DAMAGED, "tree");
    Iterator<Entry> broken =
        new Iterator<>() {
          @Override
          public boolean hasNext() {
            throw new UncheckedIOException(damaged);
          }

          @Override
          public Entry next() {
            throw new IllegalStateException();
          }
        };
    assertSame(
        damaged,
        assertThrows(
            StoreProblem.class, () -> repository.fetch(broken, 1, (entry, content) -> {})));
  }

  @Test
  void anInterruptedCallerIsToldAndNoSinkIsLeftRunning() throws Exception {
    List<Entry> entries = stored(2_000);
    CountDownLatch inside = new CountDownLatch(1);
    AtomicInteger running = new AtomicInteger();
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    Thread caller =
        new Thread(
            () -> {
              try {
                repository.fetch(
                    entries.iterator(),
                    2,
                    (entry, content) -> {
                      running.incrementAndGet();
                      inside.countDown();
                      try {
                        new CountDownLatch(1).await();
                      } catch (InterruptedException expected) {
                        throw new InterruptedIOException();
                      } finally {
                        running.decrementAndGet();
                      }
                    });
              } catch (Throwable problem) {
                thrown.set(problem);
              }
            });
    caller.start();
    inside.await();
    caller.interrupt();
    caller.join();
    assertTrue(thrown.get() instanceof InterruptedIOException, thrown + "");
    assertEquals(0, running.get());
  }

  private void assertFetched(List<Entry> entries, int parallel) throws IOException {
    Map<KnowledgePath, byte[]> got = new ConcurrentHashMap<>();
    repository.fetch(
        entries.iterator(),
        parallel,
        (entry, content) -> {
          byte[] before = got.put(entry.path(), content.readAllBytes());
          assertEquals(null, before);
          assertEquals(-1, content.read());
        });
    List<Entry> files = entries.stream().filter(entry -> !entry.isFolder()).toList();
    assertEquals(files.size(), got.size());
    for (Entry file : files) {
      assertArrayEquals(content(file), got.get(file.path()), file.path().text());
    }
  }

  private StoreProblem assertDamaged(Entry entry) {
    return RepositoryTest.assertDamaged(
        () -> repository.fetch(List.of(entry).iterator(), 1, (e, content) -> {}));
  }

  /** Small files of 1 to 4,000 bytes, in packs. */
  private List<Entry> stored(int count) throws IOException {
    try (Uploads uploads = new Uploads(store, 2, bytes -> {})) {
      Packs packs = new Packs(uploads);
      List<KnowledgePath> paths = new ArrayList<>();
      List<Packs.Place> places = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        byte[] content = new byte[1 + random.nextInt(4_000)];
        random.nextBytes(content);
        paths.add(Trees.path("workspace/small-" + i));
        places.add(packs.add(content));
        contents.put(paths.get(i), content);
      }
      List<String> names = packs.finish();
      uploads.finish();
      List<Entry> entries = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        byte[] content = contents.getOrDefault(paths.get(i), new byte[0]);
        Packs.Place place = places.get(i);
        entries.add(
            new Entry(
                paths.get(i),
                0644,
                content.length,
                Sha256.of(content),
                names.get(place.pack()),
                place.offset()));
      }
      return entries;
    }
  }

  private Entry large(String name) throws IOException {
    byte[] content = new byte[LARGE_BYTES];
    random.nextBytes(content);
    contents.put(Trees.path(name), content);
    put(content);
    return Trees.file(Trees.path(name), content);
  }

  private static Entry packed(String pack, long offset, byte[] content) {
    return new Entry(
        Trees.path("workspace/packed"), 0644, content.length, Sha256.of(content), pack, offset);
  }

  private byte[] content(Entry entry) {
    return contents.getOrDefault(entry.path(), new byte[0]);
  }

  private String put(byte[] content) throws IOException {
    String sha256 = Sha256.of(content);
    store.create(ObjectName.ofObject(sha256), Content.of(content));
    return sha256;
  }

  /** Puts other bytes where the file's object is. */
  private Entry replaced(Entry entry, byte[] bytes) throws IOException {
    store.delete(ObjectName.ofObject(entry.object()));
    store.create(ObjectName.ofObject(entry.object()), Content.of(bytes));
    return entry;
  }
}
