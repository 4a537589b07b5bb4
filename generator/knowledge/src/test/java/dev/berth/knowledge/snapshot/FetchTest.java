package dev.berth.knowledge.snapshot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.berth.knowledge.crossing.KnowledgePath;
import dev.berth.knowledge.store.StoreProblem;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class FetchTest {

  private final StoredFiles kept = new StoredFiles();

  @Test
  void everyFileArrivesByteForByteAndNoPackIsOpenedTwice() throws IOException {
    List<Entry> entries = kept.stored(3_000);
    entries.add(kept.large("workspace/large"));
    entries.add(Trees.file("workspace/empty", ""));
    entries.add(Entry.folder(Trees.path("workspace/folder")));
    kept.contents.put(Trees.path("workspace/empty"), new byte[0]);
    kept.store.forget();

    assertFetched(entries, 4);

    assertTrue(kept.store.opened.size() > 2, kept.store.opened.size() + " opened");
    assertTrue(
        kept.store.opened.values().stream().allMatch(times -> times == 1), kept.store.opened + "");
  }

  @Test
  void aPackIsOpenedOnceAWindow() throws IOException {
    List<Entry> entries = new ArrayList<>();
    byte[] content = {1, 2, 3};
    String pack = kept.put(content);
    for (int i = 0; i < Fetch.WINDOW + 1; i++) {
      KnowledgePath path = Trees.path("workspace/" + i);
      entries.add(new Entry(path, 0644, 3, Sha256.of(content), pack, 0));
      kept.contents.put(path, content);
    }
    assertFetched(entries, 2);
    assertEquals(Map.of(ObjectName.ofObject(pack), 2), kept.store.opened);
  }

  @Test
  void onlyWhatIsWantedIsRead() throws IOException {
    List<Entry> entries = kept.stored(200);
    assertFetched(entries.subList(50, 53), 1);
    assertEquals(1, kept.store.opened.size());
  }

  @Test
  void aLargeFileUnderTwoNamesArrivesTwice() throws IOException {
    Entry one = kept.large("workspace/one");
    Entry two =
        new Entry(
            Trees.path("workspace/two"),
            0600,
            StoredFiles.LARGE_BYTES,
            one.content(),
            one.object(),
            0);
    kept.contents.put(two.path(), kept.content(one));
    assertFetched(List.of(one, two), 2);
  }

  @Test
  void aSinkNeedNotReadToTheEnd() throws IOException {
    List<Entry> entries = kept.stored(100);
    entries.add(kept.large("workspace/large"));
    AtomicInteger taken = new AtomicInteger();
    kept.repository.fetch(entries.iterator(), 2, (entry, content) -> taken.incrementAndGet());
    assertEquals(101, taken.get());
  }

  @Test
  void whatASinkThrowsEndsIt() throws IOException {
    List<Entry> entries = kept.stored(2_000);
    IOException full = new IOException("disk full");
    AtomicInteger after = new AtomicInteger();
    IOException thrown =
        assertThrows(
            IOException.class,
            () ->
                kept.repository.fetch(
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
            StoreProblem.class, () -> kept.repository.fetch(broken, 1, (entry, content) -> {})));
  }

  @Test
  void anInterruptedCallerIsToldAndNoSinkIsLeftRunning() throws Exception {
    List<Entry> entries = kept.stored(2_000);
    CountDownLatch inside = new CountDownLatch(1);
    AtomicInteger running = new AtomicInteger();
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    Thread caller =
        new Thread(
            () -> {
              try {
                kept.repository.fetch(
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
    kept.repository.fetch(
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
      assertArrayEquals(kept.content(file), got.get(file.path()), file.path().text());
    }
  }
}
