package dev.berth.knowledge.work;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.berth.knowledge.snapshot.Snapshot;
import dev.berth.knowledge.store.MemoryStore;
import dev.berth.knowledge.work.Machine.State;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Laws of pull, push and restore. */
class KnowledgeProperties {

  /** A change of one file: new bytes, or none to delete it. */
  record Edit(String path, Optional<byte[]> bytes) {

    void on(Machine machine) {
      if (bytes.isPresent()) {
        machine.write(path, bytes.get());
      } else if (java.nio.file.Files.exists(
          dev.berth.knowledge.crossing.KnowledgePath.of(path).under(machine.home))) {
        machine.delete(path);
      }
    }
  }

  @Provide
  Arbitrary<List<Edit>> edits() {
    Arbitrary<String> path =
        Arbitraries.of(
            "workspace/MEMORY.md",
            "workspace/SOUL.md",
            "workspace/notes/a.md",
            "workspace/notes/ä ö.md",
            "workspace/notes/%41.md",
            "workspace/notes.md",
            "workspace/notes-old/b",
            "workspace/deep/er/and/deeper/日本.txt",
            "workspace/line\nbreak",
            "openclaw.json");
    Arbitrary<byte[]> bytes =
        Arbitraries.frequencyOf(
            net.jqwik.api.Tuple.of(5, Arbitraries.bytes().array(byte[].class).ofMaxSize(200)),
            net.jqwik.api.Tuple.of(
                1,
                Arbitraries.integers()
                    .between(0, 3)
                    .map(
                        seed -> {
                          byte[] large = new byte[70_000 + seed];
                          new Random(seed).nextBytes(large);
                          return large;
                        })));
    Arbitrary<Optional<byte[]>> change = bytes.optional(0.8);
    return Combinators.combine(path, change).as(Edit::new).list().ofMinSize(1).ofMaxSize(8);
  }

  @Property(tries = 60)
  void whatIsPulledIsWhatWasPushed(@ForAll("edits") List<Edit> edits) throws Exception {
    MemoryStore store = new MemoryStore();
    Machine one = new Machine("one", store, new Machine.Time());
    edits.forEach(edit -> edit.on(one));
    one.push();
    Machine other = new Machine("other", store, one.time);
    other.pull();
    Map<String, State> pushed = one.files();
    // Folders above are made anew: only those that hold nothing are kept for themselves.
    pushed.remove("workspace/");
    Map<String, State> pulled = other.files();
    pulled.remove("workspace/");
    assertEquals(pushed, pulled);
    Swap.delete(one.home);
    Swap.delete(other.home);
  }

  @Property(tries = 60)
  void aSecondPushChangesNothing(@ForAll("edits") List<Edit> edits) throws Exception {
    FaultyStore store = new FaultyStore(new MemoryStore());
    Machine one = new Machine("one", store, new Machine.Time());
    edits.forEach(edit -> edit.on(one));
    Optional<Snapshot> first = one.push().snapshot();
    long creates = store.creates.get();
    Moved again = one.push();
    assertEquals(Moved.Result.UNCHANGED, again.result());
    assertEquals(first, again.snapshot());
    assertEquals(creates, store.creates.get());
    assertEquals(first, one.repository.newest());
    Swap.delete(one.home);
  }

  @Property(tries = 30)
  void restoringToATimeGivesWhatWasPushedLastBefore(
      @ForAll("edits") List<Edit> edits, @ForAll long seed) throws Exception {
    MemoryStore store = new MemoryStore();
    Machine one = new Machine("one", store, new Machine.Time());
    Random random = new Random(seed);
    TreeMap<Instant, Map<String, State>> history = new TreeMap<>();
    Instant start = one.time.instant().minusSeconds(1);
    for (Edit edit : edits) {
      edit.on(one);
      Moved pushed = one.knowledge.push(one.copy(), true, false);
      if (pushed.result() == Moved.Result.DONE) {
        history.put(pushed.snapshot().orElseThrow().at(), one.files());
      }
      one.time.pass(Duration.ofMinutes(random.nextInt(100)));
    }
    // What is restored below comes later than every moment that is asked for.
    one.time.pass(Duration.ofDays(400));
    for (int i = 0; i < 5; i++) {
      Instant moment = start.plus(Duration.ofMinutes(random.nextInt(edits.size() * 100)));
      Map.Entry<Instant, Map<String, State>> expected = history.floorEntry(moment);
      Optional<Snapshot> found = one.repository.newestAt(moment);
      assertEquals(expected == null, found.isEmpty(), moment.toString());
      if (expected != null) {
        Moved restored = one.knowledge.restore(found.orElseThrow(), false);
        Map<String, State> files = one.filesOf(restored.snapshot().orElseThrow());
        assertEquals(without(expected.getValue()), without(files));
      }
    }
    Swap.delete(one.home);
  }

  private static Map<String, State> without(Map<String, State> files) {
    Map<String, State> copy = new TreeMap<>(files);
    copy.remove("workspace/");
    return copy;
  }

  /** What one of two writers does next. */
  record Turn(boolean second, int what, Edit edit) {}

  @Provide
  Arbitrary<List<Turn>> turns() {
    Arbitrary<Edit> edit = edits().map(list -> list.get(0));
    return Combinators.combine(
            Arbitraries.of(true, false), Arbitraries.integers().between(0, 5), edit)
        .as(Turn::new)
        .list()
        .ofMinSize(2)
        .ofMaxSize(25);
  }

  @Property(tries = 150)
  void twoWritersKeepEveryByteOfBoth(@ForAll("turns") List<Turn> turns) throws Exception {
    MemoryStore store = new MemoryStore();
    Machine.Time time = new Machine.Time();
    Machine[] machines = {new Machine("one", store, time), new Machine("two", store, time)};
    List<Map.Entry<String, State>> kept = new ArrayList<>();
    for (Turn turn : turns) {
      Machine machine = machines[turn.second() ? 1 : 0];
      time.pass(Duration.ofMinutes(1));
      switch (turn.what()) {
        case 0, 1, 2 -> turn.edit().on(machine);
        case 3 -> {
          Map<String, State> there = machine.files();
          machine.knowledge.push(machine.copy(), true, false);
          kept.addAll(there.entrySet());
        }
        default -> {
          Map<String, State> there = machine.files();
          Moved pulled = turn.what() == 4 ? machine.pull() : machine.claim();
          // What a pull leaves in place is its owner's to change.
          if (pulled.result() == Moved.Result.DONE) {
            kept.addAll(there.entrySet());
          }
        }
      }
    }
    List<Map<String, State>> places = new ArrayList<>();
    places.add(machines[0].files());
    places.add(machines[1].files());
    for (Snapshot each : machines[0].repository.log(0, 1000)) {
      places.add(machines[0].filesOf(each));
    }
    for (Snapshot each : machines[0].repository.beside()) {
      places.add(machines[0].filesOf(each));
    }
    for (Map.Entry<String, State> each : kept) {
      if (!each.getKey().endsWith("/")) {
        assertTrue(
            places.stream().anyMatch(place -> each.getValue().equals(place.get(each.getKey()))),
            () -> each + " is nowhere");
      }
    }
    numbersHaveNoGap(machines[0]);
    Swap.delete(machines[0].home);
    Swap.delete(machines[1].home);
  }

  private static void numbersHaveNoGap(Machine machine) throws IOException {
    List<Snapshot> log = machine.repository.log(0, 1000);
    for (int i = 0; i < log.size(); i++) {
      assertEquals(log.size() - i, log.get(i).number());
      assertEquals(log.get(i).number() - 1, log.get(i).parent());
      if (i > 0) {
        assertTrue(log.get(i).at().isBefore(log.get(i - 1).at()));
      }
    }
  }
}
