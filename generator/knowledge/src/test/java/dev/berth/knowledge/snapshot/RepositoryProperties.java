package dev.berth.knowledge.snapshot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.berth.knowledge.store.MemoryStore;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

/** Laws of numbers and moments. */
class RepositoryProperties {

  @Property(tries = 300)
  void theNewestAtAMomentIsTheLastOnePushedByThen(
      @ForAll @Size(max = 40) List<@LongRange(min = 1, max = 9) Long> gaps,
      @ForAll @LongRange(min = -1, max = 400) long moment,
      @ForAll @IntRange(max = 5) int deleted)
      throws IOException {
    MemoryStore store = new MemoryStore();
    Repository repository = new Repository(store);
    List<Snapshot> all = new ArrayList<>();
    Instant at = Snapshots.START;
    for (long gap : gaps) {
      at = at.plusMillis(gap);
      Snapshot s = Snapshots.of(all.size() + 1);
      all.add(
          new Snapshot(s.number(), s.parent(), at, s.writer(), s.why(), s.tree(), 0, 0, s.nonce()));
      repository.commit(all.get(all.size() - 1));
    }
    int gone = Math.min(deleted, Math.max(0, all.size() - 1));
    for (Snapshot oldest : all.subList(0, gone)) {
      store.delete(ObjectName.ofSnapshot(oldest.number()));
    }
    Instant asked = Snapshots.START.plusMillis(moment);

    Optional<Snapshot> naive =
        all.stream()
            .skip(gone)
            .filter(s -> !s.at().isAfter(asked))
            .max(Comparator.comparing(Snapshot::number));
    assertEquals(naive, repository.newestAt(asked));
  }

  @Property(tries = 100)
  void aMomentIsFoundInAsManyReadsAsItsNumberHasBits(
      @ForAll @IntRange(min = 1, max = 500) int count, @ForAll @IntRange(max = 500) int minute)
      throws IOException {
    SpyStore store = new SpyStore();
    Repository repository = new Repository(store);
    for (int number = 1; number <= count; number++) {
      repository.commit(Snapshots.of(number));
    }
    store.forget();
    repository.newestAt(Snapshots.of(minute).at());

    int reads = store.opened.values().stream().mapToInt(Integer::intValue).sum();
    int bits = 32 - Integer.numberOfLeadingZeros(count);
    assertEquals(true, reads <= bits + 1, reads + " reads for " + count);
  }

  @Property(tries = 200)
  void writersWhoRaceForOneNumberAreOneWinnerAndNoGap(
      @ForAll @IntRange(min = 2, max = 4) int writers, @ForAll @IntRange(min = 1, max = 5) int most)
      throws Exception {
    Repository repository = new Repository(new MemoryStore());
    ExecutorService threads = Executors.newFixedThreadPool(writers);
    try {
      for (int number = 1; number <= most; number++) {
        CyclicBarrier together = new CyclicBarrier(writers);
        List<Callable<Boolean>> race = new ArrayList<>();
        for (int writer = 1; writer <= writers; writer++) {
          Snapshot own = Snapshots.of(number, writer);
          race.add(
              () -> {
                together.await();
                return repository.commit(own);
              });
        }
        List<Boolean> won = new ArrayList<>();
        for (Future<Boolean> each : threads.invokeAll(race)) {
          won.add(each.get());
        }
        assertEquals(1, Collections.frequency(won, true));
        Snapshot winner = Snapshots.of(number, won.indexOf(true) + 1);
        assertEquals(Optional.of(winner), repository.newest());
      }
    } finally {
      threads.shutdownNow();
    }
    List<Snapshot> log = repository.log(0, most + 1);
    for (int i = 0; i < most; i++) {
      assertEquals(most - i, log.get(i).number());
    }
    assertEquals(most, log.size());
  }
}
