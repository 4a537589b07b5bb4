package dev.berth.knowledge.work;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.berth.knowledge.snapshot.Snapshot;
import dev.berth.knowledge.store.MemoryStore;
import dev.berth.knowledge.store.StoreProblem;
import dev.berth.knowledge.work.FaultyStore.Fault;
import dev.berth.knowledge.work.Machine.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every call of a push and of a pull breaks in turn, before it is done and after.
 *
 * <p>The files that change are always the same ones, so that the number of calls stays what it is
 * and each is reached.
 */
class FaultsTest {

  private static Machine filled(String name, FaultyStore store, int files) {
    Machine machine = new Machine(name, store, new Machine.Time());
    for (int i = 0; i < files; i++) {
      machine.write("workspace/notes/" + i + ".md", "note " + i);
    }
    byte[] large = new byte[200_000];
    new Random(1).nextBytes(large);
    machine.write("workspace/large.bin", large);
    return machine;
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  void aPushThatBreaksAnywhereLeavesTheOldSnapshotOrTheNew(Fault fault) throws Exception {
    FaultyStore store = new FaultyStore(new MemoryStore());
    Machine machine = filled("one", store, 40);
    machine.push();
    for (int broken = 0; ; broken++) {
      Snapshot before = machine.repository.newest().orElseThrow();
      Map<String, State> old = machine.filesOf(before);
      machine.write("workspace/notes/7.md", "broken at call " + broken);
      machine.write("workspace/new-" + broken + ".md", "new " + broken);
      byte[] large = new byte[100_000];
      new Random(broken + 2).nextBytes(large);
      machine.write("workspace/large.bin", large);
      Map<String, State> fresh = machine.files();
      store.breakAfter(broken, fault);
      boolean failed = false;
      try {
        machine.push();
      } catch (StoreProblem expected) {
        failed = true;
      }
      store.mend();
      Snapshot after = machine.repository.newest().orElseThrow();
      Map<String, State> held = machine.filesOf(after);
      assertTrue(held.equals(old) || held.equals(fresh), () -> "half a push: " + held.keySet());
      Moved again = machine.push();
      assertEquals(fresh, machine.filesOf(machine.repository.newest().orElseThrow()));
      assertTrue(machine.repository.beside().isEmpty(), "its own push is no other writer's");
      assertEquals(Moved.Result.UNCHANGED, machine.push().result());
      if (!failed) {
        assertTrue(broken > 5, "a push makes more calls than that");
        assertEquals(Moved.Result.UNCHANGED, again.result());
        return;
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  void aPullThatBreaksAnywhereLeavesTheOldFilesOrTheNew(Fault fault) throws Exception {
    FaultyStore store = new FaultyStore(new MemoryStore());
    Machine writer = filled("writer", store, 40);
    writer.push();
    Machine reader = new Machine("reader", store, writer.time);
    reader.pull();
    for (int broken = 0; ; broken++) {
      Map<String, State> old = reader.files();
      writer.write("workspace/notes/7.md", "broken at call " + broken);
      writer.write("workspace/new.md", "new " + broken);
      writer.push();
      Map<String, State> fresh = writer.files();
      store.breakAfter(broken, fault);
      boolean failed = false;
      try {
        reader.pull();
      } catch (StoreProblem expected) {
        failed = true;
      }
      store.mend();
      assertEquals(failed ? old : fresh, reader.files());
      reader.pull();
      assertEquals(fresh, reader.files());
      assertTrue(writer.repository.beside().isEmpty());
      if (!failed) {
        assertTrue(broken > 4, "a pull makes more calls than that");
        return;
      }
    }
  }

  /** Also when it had stored everything, and only the record that names it was missing. */
  @ParameterizedTest
  @EnumSource(Fault.class)
  void whatAPushThatBrokeHeldIsKeptWhenAnotherWriterIsFirst(Fault fault) throws Exception {
    MemoryStore memory = new MemoryStore();
    Machine other = filled("other", new FaultyStore(memory), 5);
    other.push();
    for (int broken = 0; ; broken++) {
      FaultyStore store = new FaultyStore(memory);
      Machine one = new Machine("one" + broken, store, other.time);
      one.pull();
      one.write("workspace/own.md", "own " + broken);
      Map<String, State> own = one.files();
      store.breakAfter(broken, fault);
      boolean failed = false;
      try {
        one.push();
      } catch (StoreProblem expected) {
        failed = true;
      }
      store.mend();
      other.pull();
      other.write("workspace/notes/1.md", "other " + broken);
      other.push();
      one.pull();
      assertEquals(other.files(), one.files());
      List<Snapshot> kept = new ArrayList<>(other.repository.log(0, 1000));
      kept.addAll(other.repository.beside());
      boolean found = false;
      for (Snapshot each : kept) {
        found |= other.filesOf(each).equals(own);
      }
      assertTrue(found, "no record names what it held, after call " + broken);
      if (!failed) {
        assertTrue(broken > 5, "a push makes more calls than that");
        return;
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  void aClaimThatBreaksAnywhereCanBeMadeAgain(Fault fault) throws Exception {
    FaultyStore store = new FaultyStore(new MemoryStore());
    Machine first = filled("first", store, 20);
    first.claim();
    first.push();
    for (int broken = 0; ; broken++) {
      Map<String, State> pushed = first.files();
      Machine next = new Machine("next", store, first.time);
      store.breakAfter(broken, fault);
      boolean failed = false;
      try {
        next.claim();
      } catch (StoreProblem expected) {
        failed = true;
      }
      store.mend();
      next.claim();
      assertEquals(pushed, next.files());
      next.write("workspace/next.md", "the next one goes on " + broken);
      assertEquals(Moved.Result.DONE, next.push().result());
      first.write("workspace/late.md", "too late " + broken);
      Moved late = first.push();
      assertEquals(Moved.Result.KEPT_BESIDE, late.result());
      Optional<Snapshot> beside = late.beside();
      assertEquals(first.files(), first.filesOf(beside.orElseThrow()));
      first = next;
      if (!failed) {
        return;
      }
    }
  }

  /** A store that is asked while it is broken says so, and changes nothing. */
  @ParameterizedTest
  @EnumSource(Fault.class)
  void aRestoreThatBreaksCanBeMadeAgain(Fault fault) throws Exception {
    FaultyStore store = new FaultyStore(new MemoryStore());
    Machine machine = filled("one", store, 5);
    machine.push();
    Map<String, State> old = machine.files();
    machine.write("workspace/notes/1.md", "changed");
    machine.push();
    Snapshot first = machine.repository.find(1).orElseThrow();
    for (int broken = 0; broken < 3; broken++) {
      store.breakAfter(broken, fault);
      assertThrows(StoreProblem.class, () -> machine.knowledge.restore(first, false));
      store.mend();
    }
    machine.knowledge.restore(first, false);
    Snapshot newest = machine.repository.newest().orElseThrow();
    assertEquals(old, machine.filesOf(newest));
  }
}
