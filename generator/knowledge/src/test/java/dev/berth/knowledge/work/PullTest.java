package dev.berth.knowledge.work;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.berth.knowledge.crossing.KnowledgePath;
import dev.berth.knowledge.snapshot.Entry;
import dev.berth.knowledge.snapshot.Repository;
import dev.berth.knowledge.snapshot.Snapshot;
import dev.berth.knowledge.snapshot.TreeWriter;
import dev.berth.knowledge.snapshot.Uploads;
import dev.berth.knowledge.store.FolderStore;
import dev.berth.knowledge.store.MemoryStore;
import dev.berth.knowledge.work.Moved.Result;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a pull does with what is there. */
class PullTest {

  private final MemoryStore store = new MemoryStore();
  private final Machine one = new Machine("one", store, new Machine.Time());
  private final Machine two = new Machine("two", store, one.time);

  @Test
  void anEmptyStoreGivesNothingAndTakesAClaim() throws Exception {
    one.write("workspace/MEMORY.md", "there before Berth");
    assertEquals(Optional.empty(), one.pull().snapshot());
    Snapshot claimed = one.claim().snapshot().orElseThrow();
    assertEquals(1, claimed.number());
    assertEquals(Snapshot.Why.CLAIM, claimed.why());
    assertEquals("there before Berth", one.read("workspace/MEMORY.md"));
    assertEquals(Result.DONE, one.push().result());
  }

  @Test
  void whatWasNotPushedYetIsLeftWhenNobodyElseWrote() throws Exception {
    one.write("workspace/MEMORY.md", "pushed");
    one.claim();
    one.push();
    one.write("workspace/MEMORY.md", "written before the machine died");
    assertEquals(Result.LOCAL_IS_AHEAD, one.claim().result());
    assertEquals("written before the machine died", one.read("workspace/MEMORY.md"));
    assertEquals(Result.DONE, one.push().result());
  }

  @Test
  void whatWasNotPushedYetIsKeptBesideWhenAnotherWrote() throws Exception {
    one.write("workspace/MEMORY.md", "first");
    one.push();
    two.pull();
    two.write("workspace/MEMORY.md", "of two");
    two.push();
    one.write("workspace/MEMORY.md", "of one");
    Moved pulled = one.pull();
    assertEquals(Result.DONE, pulled.result());
    assertEquals("of two", one.read("workspace/MEMORY.md"));
    Snapshot beside = pulled.beside().orElseThrow();
    assertEquals("of one", new String(one.filesOf(beside).get("workspace/MEMORY.md").bytes()));
    Moved restored = one.knowledge.restore(pulled.beside().orElseThrow(), false);
    assertEquals(3, restored.snapshot().orElseThrow().number());
    assertEquals(beside.tree(), one.repository.newest().orElseThrow().tree());
    one.pull();
    assertEquals("of one", one.read("workspace/MEMORY.md"));
    one.write("workspace/MEMORY.md", "after two");
    assertEquals(Result.DONE, one.push().result());
  }

  @Test
  void aDiskThatLostItsFilesIsFilledAgain() throws Exception {
    for (int i = 0; i < 12; i++) {
      one.write("workspace/notes/" + i, "note " + i);
    }
    one.push();
    Map<String, Machine.State> pushed = one.files();
    Swap.delete(one.home.resolve("workspace"));
    assertEquals(Result.DONE, one.claim().result());
    assertEquals(pushed, one.files());
  }

  @Test
  void itSaysWhatCame() throws Exception {
    one.write("workspace/a", "a");
    one.write("workspace/b", "b");
    one.push();
    assertEquals(2, two.knowledge.pull(two.copy(), false, true).added());
    assertEquals(2, two.pull().added());
    one.write("workspace/a", "a, changed");
    one.delete("workspace/b");
    one.write("workspace/c", "c");
    one.write("workspace/d", "d");
    one.push();
    two.write("workspace/own", "of two");
    Moved rehearsed = two.knowledge.pull(two.copy(), false, true);
    Moved pulled = two.pull();
    for (Moved each : java.util.List.of(rehearsed, pulled)) {
      assertEquals(2, each.added());
      assertEquals(1, each.changed());
      assertEquals(1, each.removed());
    }
    assertTrue(pulled.beside().isPresent());
  }

  @Test
  void aNewMachineWithTheSameFilesStartsFromThem() throws Exception {
    one.write("workspace/MEMORY.md", "the same");
    one.push();
    two.write("workspace/MEMORY.md", "the same");
    assertEquals(Result.UNCHANGED, two.pull().result());
    two.write("workspace/MEMORY.md", "and more");
    assertEquals(Result.DONE, two.push().result());
  }

  @Test
  void aDryRunChangesNothing() throws Exception {
    one.write("workspace/MEMORY.md", "first");
    assertEquals(Result.WOULD_BE_DONE, one.knowledge.push(one.copy(), false, true).result());
    assertEquals(Optional.empty(), one.repository.newest());
    one.push();
    Moved rehearsed = two.knowledge.pull(two.copy(), true, true);
    assertEquals(Result.WOULD_BE_DONE, rehearsed.result());
    assertEquals(1, rehearsed.movedFiles());
    assertFalse(Files.exists(two.home.resolve("workspace")));
    assertEquals(1, one.repository.newest().orElseThrow().number());
  }

  @Test
  void aStalePodThatComesBackIsFencedOff() throws Exception {
    one.claim();
    one.write("workspace/MEMORY.md", "of the first pod");
    one.push();
    two.claim();
    assertEquals("of the first pod", two.read("workspace/MEMORY.md"));
    assertEquals(Result.KEPT_BESIDE, one.push().result(), "it has nothing new, and is fenced off");
    one.write("workspace/MEMORY.md", "of the stale pod");
    Moved late = one.push();
    assertEquals(Result.KEPT_BESIDE, late.result());
    two.write("workspace/MEMORY.md", "of the second pod");
    assertEquals(Result.DONE, two.push().result());
    assertEquals(1, two.repository.beside().size());
    one.push();
    assertEquals(1, two.repository.beside().size(), "the same copy is kept once");
  }

  @Test
  void aWriterWithNothingThatComesSecondHasNothingToKeep() throws Exception {
    assertEquals(Result.UNCHANGED, one.push().result());
    two.write("workspace/MEMORY.md", "of two");
    two.push();
    Moved second = one.push();
    assertEquals(Result.KEPT_BESIDE, second.result());
    assertEquals(Optional.empty(), second.beside());
    one.pull();
    assertEquals("of two", one.read("workspace/MEMORY.md"));
  }

  @Test
  void whatATinyWorkspaceHoldsAloneIsKeptBesideBeforeItIsFilledAgain() throws Exception {
    for (int i = 0; i < 20; i++) {
      one.write("workspace/notes/" + i, "note " + i);
    }
    one.push();
    Map<String, Machine.State> pushed = one.files();
    Swap.delete(one.home.resolve("workspace"));
    one.write("workspace/only.md", "nowhere else");
    Moved pulled = one.pull();
    assertEquals(Result.DONE, pulled.result());
    assertEquals(pushed, one.files());
    assertEquals(Set.of("workspace/only.md"), one.filesOf(pulled.beside().orElseThrow()).keySet());
  }

  @Test
  void theOrderOfSnapshotsHoldsWhenAClockGoesBack() throws Exception {
    one.write("workspace/MEMORY.md", "first");
    Snapshot first = one.push().snapshot().orElseThrow();
    one.time.pass(Duration.ofDays(-3));
    one.write("workspace/MEMORY.md", "second");
    Snapshot second = one.push().snapshot().orElseThrow();
    assertEquals(first.at().plusMillis(1), second.at());
    assertEquals(Optional.of(first), one.repository.newestAt(first.at()));
  }

  @Test
  void whatMustNotCrossIsNotPulledEither() throws Exception {
    one.write("workspace/MEMORY.md", "first");
    Snapshot first = one.push().snapshot().orElseThrow();
    TreeWriter.Tree tree;
    try (Uploads uploads = new Uploads(store, 1, bytes -> {})) {
      String object = uploads.store("planted".getBytes());
      TreeWriter writer = new TreeWriter(uploads, Set.of());
      writer.add(new Entry(KnowledgePath.of("workspace/.ssh/config"), 0600, 7, object, object, 0));
      tree = writer.finish();
      uploads.finish();
    }
    Snapshot planted =
        new Snapshot(
            2,
            1,
            first.at().plusMillis(1),
            first.writer(),
            Snapshot.Why.PUSH,
            tree.root(),
            1,
            7,
            first.nonce());
    assertTrue(one.repository.commit(planted));
    assertEquals(Result.DONE, two.pull().result());
    assertFalse(Files.exists(two.home.resolve("workspace/.ssh")));
  }

  @Test
  void anotherStoreIsSentEverything() throws Exception {
    one.write("workspace/MEMORY.md", "first");
    one.push();
    FolderStore elsewhere = new FolderStore(Files.createTempDirectory("store"), one.time);
    Knowledge there =
        new Knowledge(new Repository(elsewhere), Machine.around("one", one.time, new Random(7)));
    Moved pushed = there.push(one.copy(), false, false);
    assertEquals(Result.DONE, pushed.result());
    assertEquals(1, pushed.movedFiles());
    Machine other = new Machine("other", elsewhere, one.time);
    other.pull();
    assertEquals("first", other.read("workspace/MEMORY.md"));
  }

  @Test
  void aStoreThatHoldsAnothersKnowledgeIsNotMovedInto() throws Exception {
    one.write("workspace/MEMORY.md", "of one");
    one.push();
    Machine other = new Machine("other", new MemoryStore(), one.time);
    other.write("workspace/MEMORY.md", "of another");
    other.push();
    Refused refused =
        assertThrows(Refused.class, () -> one.knowledge.moveTo(other.knowledge, false));
    assertEquals(Refused.Code.NOT_EMPTY, refused.code());
    assertEquals(1, one.repository.newest().orElseThrow().number(), "it is not closed");
    assertEquals(Result.UNCHANGED, one.push().result());
  }

  @Test
  void declaredFilesArePushedAndNeverPulledOver() throws Exception {
    Path soul = Files.writeString(Files.createTempFile("soul", ".md"), "You are one.");
    Path configuration = Files.writeString(Files.createTempFile("openclaw", ".json"), "{}");
    WorkingCopy copy =
        new WorkingCopy(
            one.home,
            Map.of(
                KnowledgePath.of("workspace/SOUL.md"), soul,
                KnowledgePath.of("openclaw.json"), configuration));
    one.write("workspace/SOUL.md", "");
    one.write("workspace/MEMORY.md", "learned");
    one.knowledge.push(copy, false, false);
    two.pull();
    assertEquals("You are one.", two.read("workspace/SOUL.md"));
    assertEquals("{}", two.read("openclaw.json"));
    two.write("workspace/SOUL.md", "You are another.");
    two.write("workspace/MEMORY.md", "learned more");
    two.push();
    assertEquals(Result.DONE, one.knowledge.pull(copy, false, false).result());
    assertEquals("learned more", one.read("workspace/MEMORY.md"));
    assertEquals("You are one.", one.read("workspace/SOUL.md"));
    assertFalse(Files.exists(one.home.resolve("openclaw.json")), "it is declared elsewhere");
  }

  @Test
  void whatDoesNotCrossStaysWhereItWas() throws Exception {
    one.write("workspace/MEMORY.md", "first");
    one.push();
    two.pull();
    two.write("workspace/MEMORY.md", "second");
    two.push();
    one.write("workspace/.env", "MODE=test");
    one.write("workspace/node_modules/left/pad.js", "x");
    Files.createSymbolicLink(one.home.resolve("workspace/link"), Path.of("/nowhere"));
    one.pull();
    assertEquals("second", one.read("workspace/MEMORY.md"));
    assertEquals("MODE=test", one.read("workspace/.env"));
    assertEquals("x", one.read("workspace/node_modules/left/pad.js"));
    assertTrue(Files.isSymbolicLink(one.home.resolve("workspace/link")));
    for (Snapshot each : one.repository.log(0, 100)) {
      assertEquals(java.util.Set.of("workspace/MEMORY.md"), one.filesOf(each).keySet());
    }
  }

  @Test
  void aMovedStoreTakesNoMore() throws Exception {
    one.write("workspace/MEMORY.md", "first");
    one.push();
    MemoryStore elsewhere = new MemoryStore();
    Machine moved = new Machine("moved", elsewhere, one.time);
    one.knowledge.moveTo(moved.knowledge, false);
    assertEquals(1, moved.repository.newest().orElseThrow().number());
    one.write("workspace/MEMORY.md", "second");
    assertEquals(Refused.Code.MOVED, assertThrows(Refused.class, one::push).code());
    assertEquals(Refused.Code.MOVED, assertThrows(Refused.class, two::pull).code());
    moved.pull();
    assertEquals("first", moved.read("workspace/MEMORY.md"));
    assertEquals(Result.UNCHANGED, one.knowledge.moveTo(moved.knowledge, false).result());
  }

  @Test
  void twoProcessesDoNotShareAWorkingCopy() throws Exception {
    try (LocalState held = LocalState.open(one.home)) {
      assertTrue(Files.exists(held.index().getParent()));
      assertEquals(Refused.Code.LOCKED, assertThrows(Refused.class, one::push).code());
    }
    assertEquals(Result.UNCHANGED, one.push().result());
  }
}
