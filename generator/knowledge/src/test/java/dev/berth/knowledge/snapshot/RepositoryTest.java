package dev.berth.knowledge.snapshot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.berth.knowledge.store.Content;
import dev.berth.knowledge.store.StoreProblem;
import dev.berth.knowledge.store.StoreProblem.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RepositoryTest {

  private final SpyStore store = new SpyStore();
  private final Repository repository = new Repository(store);

  @Test
  void anEmptyStoreHasNoSnapshot() throws IOException {
    assertEquals(Optional.empty(), repository.newest());
    assertEquals(Optional.empty(), repository.find(1));
    assertEquals(Optional.empty(), repository.newestAt(Snapshots.START));
    assertEquals(List.of(), repository.log(0, 10));
    assertEquals(List.of(), repository.beside());
  }

  @Test
  void theNewestIsOneListingAndOneRead() throws IOException {
    commit(12);
    store.forget();

    assertEquals(Optional.of(Snapshots.of(12)), repository.newest());
    assertEquals(1, store.lists.get());
    assertEquals(1, store.opened.size());
  }

  @Test
  void numbersCountDownInNames() {
    assertEquals("snapshots/9999999957", ObjectName.ofSnapshot(42));
    assertEquals(
        "beside/9999999957-" + Snapshots.TREE.substring(0, 16),
        ObjectName.ofBeside(Snapshots.beside(42, Snapshots.TREE)));
  }

  @ParameterizedTest
  @ValueSource(longs = {Long.MIN_VALUE, -1, 0, 3, 9_999_999_999L, Long.MAX_VALUE})
  void aNumberThatNobodyMadeIsNotFound(long number) throws IOException {
    commit(2);
    assertEquals(Optional.empty(), repository.find(number));
  }

  @Test
  void theLogGoesDownFromANumber() throws IOException {
    commit(5);
    assertEquals(List.of(5L, 4L), numbers(repository.log(0, 2)));
    assertEquals(List.of(3L, 2L, 1L), numbers(repository.log(3, 10)));
    assertEquals(List.of(5L, 4L, 3L, 2L, 1L), numbers(repository.log(77, 10)));
    assertEquals(List.of(), repository.log(0, 0));
  }

  @Test
  void theLogIsLongerThanAPage() throws IOException {
    commit(1003);
    assertEquals(1003, repository.log(0, 5000).size());
    assertEquals(1, repository.log(0, 1003).get(1002).number());
  }

  @Test
  void theFolderMarkOfAWebConsoleIsPassedOver() throws IOException {
    Repository marked =
        new Repository(
            new SpyStore() {
              @Override
              public List<String> list(String start, String after, int most) {
                return after.isEmpty() ? List.of(start) : super.list(start, after, most);
              }
            });
    assertEquals(Optional.empty(), marked.newest());
    assertEquals(List.of(), marked.beside());
  }

  @Test
  void theSecondWriterOfANumberIsTold() throws IOException {
    assertTrue(repository.commit(Snapshots.of(1, 1)));
    assertFalse(repository.commit(Snapshots.of(1, 2)));
    assertEquals(Optional.of(Snapshots.of(1, 1)), repository.newest());
  }

  @Test
  void aWriterWhoTriesAgainFindsItsOwn() throws IOException {
    assertTrue(repository.commit(Snapshots.of(1)));
    assertTrue(repository.commit(Snapshots.of(1)));
    assertEquals(1, store.created.size());
  }

  @Test
  void aCommitWhoseAnswerWasLostIsFoundByTheNextTry() throws IOException {
    FailingStore failing = new FailingStore(true);
    Repository unclear = new Repository(failing);
    assertThrows(StoreProblem.class, () -> unclear.commit(Snapshots.of(1)));
    assertTrue(unclear.commit(Snapshots.of(1)));
    assertEquals(List.of(1L), numbers(unclear.log(0, 10)));
  }

  @Test
  void aCommitThatNeverArrivedIsMadeByTheNextTry() throws IOException {
    Repository unclear = new Repository(new FailingStore(false));
    assertThrows(StoreProblem.class, () -> unclear.commit(Snapshots.of(1)));
    assertTrue(unclear.commit(Snapshots.of(1)));
  }

  @Test
  void aCommitWhoseAnswerWasLostMayStillHaveComeSecond() throws IOException {
    FailingStore failing = new FailingStore(false);
    Repository unclear = new Repository(failing);
    assertThrows(StoreProblem.class, () -> unclear.commit(Snapshots.of(1, 1)));
    assertTrue(unclear.commit(Snapshots.of(1, 2)));
    assertFalse(unclear.commit(Snapshots.of(1, 1)));
  }

  @Test
  void aCommitLeavesNoGap() {
    Snapshot s = Snapshots.of(3);
    Snapshot gap = new Snapshot(3, 1, s.at(), s.writer(), s.why(), s.tree(), 1, 1, s.nonce());
    assertThrows(IllegalArgumentException.class, () -> repository.commit(gap));
    assertEquals(List.of(), List.copyOf(store.created));
  }

  @Test
  void aCopyIsKeptBesideOnce() throws IOException {
    Snapshot copy = Snapshots.beside(4, Snapshots.TREE);
    repository.keepBeside(copy);
    repository.keepBeside(copy);
    repository.keepBeside(Snapshots.beside(4, Sha256.OF_NOTHING));
    repository.keepBeside(Snapshots.beside(7, Snapshots.TREE));

    assertEquals(List.of(7L, 4L, 4L), repository.beside().stream().map(Snapshot::parent).toList());
  }

  @Test
  void anotherCopyOfTheSameNameIsNotTakenForThisOne() throws IOException {
    Snapshot copy = Snapshots.beside(4, Snapshots.TREE);
    String lookalike = Snapshots.TREE.substring(0, 16) + "0".repeat(48);
    repository.keepBeside(Snapshots.beside(4, lookalike));
    assertDamaged(() -> repository.keepBeside(copy));
  }

  @Test
  void aRecordUnderAnotherNumberIsDamage() throws IOException {
    store.create(ObjectName.ofSnapshot(8), Content.of(RecordJson.write(Snapshots.of(7))));
    assertDamaged(repository::newest);
    assertDamaged(() -> repository.find(8));
  }

  @Test
  void aNameThatIsNoNumberIsDamage() throws IOException {
    store.create("snapshots/0-not-a-number", Content.of(RecordJson.write(Snapshots.of(7))));
    assertDamaged(repository::newest);
    store.create("beside/..x", Content.of(RecordJson.write(Snapshots.of(7))));
    assertDamaged(repository::beside);
  }

  @Test
  void aNameThatNoObjectCanHaveIsDamage() {
    Repository odd =
        new Repository(
            new SpyStore() {
              @Override
              public List<String> list(String start, String after, int most) {
                return List.of(start + "../x\u0000");
              }
            });
    assertDamaged(odd::newest);
    assertDamaged(odd::beside);
  }

  @Test
  void aHugeRecordIsDamageAndIsNotReadToItsEnd() throws IOException {
    AtomicLong read = new AtomicLong();
    Repository huge =
        new Repository(
            new SpyStore() {
              @Override
              public InputStream open(String name) {
                return new InputStream() {
                  @Override
                  public int read() {
                    return read.incrementAndGet() > 1_000_000 ? -1 : 'x';
                  }
                };
              }
            });
    assertDamaged(() -> huge.find(1));
    assertEquals(RecordJson.MOST_BYTES + 1, read.get());
  }

  @Test
  void aDamagedRecordIsNamed() throws IOException {
    store.create(ObjectName.ofSnapshot(42), Content.of("{}"));
    StoreProblem problem = assertDamaged(repository::newest);
    assertTrue(problem.message().startsWith("memory:///snapshots/9999999957 "), problem.message());
  }

  @Test
  void aStoreThatCannotBeReachedIsNotDamaged() {
    Repository down =
        new Repository(
            new SpyStore() {
              @Override
              public InputStream open(String name) throws StoreProblem {
                throw new StoreProblem(Kind.UNAVAILABLE, "down");
              }
            });
    StoreProblem problem = assertThrows(StoreProblem.class, () -> down.find(1));
    assertEquals(Kind.UNAVAILABLE, problem.kind());
  }

  private void commit(int upTo) throws IOException {
    for (int number = 1; number <= upTo; number++) {
      assertTrue(repository.commit(Snapshots.of(number)));
    }
  }

  private static List<Long> numbers(List<Snapshot> snapshots) {
    return snapshots.stream().map(Snapshot::number).toList();
  }

  static StoreProblem assertDamaged(org.junit.jupiter.api.function.Executable read) {
    StoreProblem problem = assertThrows(StoreProblem.class, read);
    assertEquals(Kind.DAMAGED, problem.kind(), problem.message());
    return problem;
  }

  /** Its first create fails, after the object was taken or before. */
  private static final class FailingStore extends SpyStore {
    private final boolean taken;
    private boolean failed;

    private FailingStore(boolean taken) {
      this.taken = taken;
    }

    @Override
    public boolean create(String name, Content content) throws StoreProblem {
      if (failed) {
        return super.create(name, content);
      }
      failed = true;
      if (taken) {
        super.create(name, content);
      }
      throw new StoreProblem(Kind.UNAVAILABLE, "no answer");
    }
  }
}
