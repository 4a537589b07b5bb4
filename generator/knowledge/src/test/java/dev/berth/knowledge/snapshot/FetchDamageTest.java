package dev.berth.knowledge.snapshot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.berth.knowledge.store.StoreProblem;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class FetchDamageTest {

  private final StoredFiles kept = new StoredFiles();

  @Test
  void theReadThatGivesTheLastBytesThrowsWhenAnyIsWrong() throws IOException {
    Entry large = kept.large("workspace/large");
    byte[] tampered = kept.content(large).clone();
    tampered[5] ^= 1;
    Entry wrong = kept.replaced(large, tampered);
    AtomicInteger read = new AtomicInteger();
    RepositoryTest.assertDamaged(
        () ->
            kept.repository.fetch(
                List.of(wrong).iterator(),
                1,
                (entry, content) -> read.set(content.readNBytes(StoredFiles.LARGE_BYTES).length)));
    assertEquals(0, read.get());
  }

  @Test
  void whatASinkDidNotReadIsVerifiedAllTheSame() throws IOException {
    Entry large = kept.large("workspace/large");
    byte[] tampered = kept.content(large).clone();
    tampered[StoredFiles.LARGE_BYTES - 1] ^= 1;
    assertDamaged(kept.replaced(large, tampered));
  }

  @Test
  void aPackedFileThatIsWrongIsNotGivenAtAll() throws IOException {
    byte[] pack = {1, 2, 3, 4};
    Entry wrong = StoredFiles.packed(kept.put(pack), 1, new byte[] {2, 9});
    AtomicInteger taken = new AtomicInteger();
    RepositoryTest.assertDamaged(
        () ->
            kept.repository.fetch(
                List.of(wrong).iterator(), 1, (entry, content) -> taken.incrementAndGet()));
    assertEquals(0, taken.get());
  }

  @Test
  void anObjectShorterOrLongerThanItsFileIsDamage() throws IOException {
    Entry large = kept.large("workspace/large");
    byte[] content = kept.content(large);
    assertDamaged(kept.replaced(large, Arrays.copyOf(content, StoredFiles.LARGE_BYTES - 1)));
    assertDamaged(kept.replaced(large, Arrays.copyOf(content, StoredFiles.LARGE_BYTES + 1)));
    assertDamaged(kept.replaced(large, new byte[0]));
  }

  @Test
  void aPackThatEndsBeforeItsFileIsDamage() throws IOException {
    byte[] pack = {1, 2, 3, 4};
    String name = kept.put(pack);
    assertDamaged(StoredFiles.packed(name, 3, new byte[] {4, 5}));
    assertDamaged(StoredFiles.packed(name, 4, new byte[] {5}));
    assertDamaged(StoredFiles.packed(name, 1_000_000, new byte[] {5}));
  }

  @Test
  void filesThatOverlapAreDamage() throws IOException {
    byte[] pack = {1, 2, 3, 4};
    String name = kept.put(pack);
    Entry one = StoredFiles.packed(name, 0, new byte[] {1, 2, 3});
    Entry two = StoredFiles.packed(name, 1, new byte[] {2, 3});
    RepositoryTest.assertDamaged(
        () -> kept.repository.fetch(List.of(one, two).iterator(), 1, (entry, content) -> {}));
  }

  @Test
  void aMissingObjectSaysWhatCannotBeRead() {
    Entry missing = StoredFiles.packed(Sha256.OF_NOTHING, 0, new byte[] {1});
    StoreProblem problem = assertDamaged(missing);
    assertEquals(
        "the snapshot that holds workspace/packed cannot be read: memory:///"
            + (ObjectName.ofObject(Sha256.OF_NOTHING) + " is missing"),
        problem.message());
  }

  private StoreProblem assertDamaged(Entry entry) {
    return RepositoryTest.assertDamaged(
        () -> kept.repository.fetch(List.of(entry).iterator(), 1, (e, content) -> {}));
  }
}
