package dev.berth.knowledge.work;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.berth.knowledge.crossing.KnowledgePath;
import dev.berth.knowledge.crossing.LeftOut;
import dev.berth.knowledge.snapshot.Snapshot;
import dev.berth.knowledge.store.MemoryStore;
import dev.berth.knowledge.store.StoreProblem;
import dev.berth.knowledge.work.Moved.Result;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a push sends, leaves out and refuses. */
class PushTest {

  private final FaultyStore store = new FaultyStore(new MemoryStore());
  private final Machine one = new Machine("one", store, new Machine.Time());

  /** Of the shape that a scan finds; it opens nothing. */
  private static final String TOKEN = "ghp" + "_" + "a1B2".repeat(9);

  private void notes(int count) {
    for (int i = 0; i < count; i++) {
      one.write("workspace/notes/" + i + ".md", "note " + i);
    }
  }

  @Test
  void anEmptyMissingOrSuddenlyTinyWorkspaceIsRefused() throws Exception {
    notes(20);
    one.push();
    Snapshot stored = one.repository.newest().orElseThrow();
    for (int i = 3; i < 20; i++) {
      one.delete("workspace/notes/" + i + ".md");
    }
    assertEquals(Refused.Code.TINY_WORKSPACE, assertThrows(Refused.class, one::push).code());
    Swap.delete(one.home.resolve("workspace/notes"));
    assertEquals(Refused.Code.TINY_WORKSPACE, assertThrows(Refused.class, one::push).code());
    Swap.delete(one.home.resolve("workspace"));
    Refused refused = assertThrows(Refused.class, one::push);
    assertEquals(Refused.Code.TINY_WORKSPACE, refused.code());
    assertTrue(refused.sentence().contains("20"), refused.sentence());
    assertEquals(stored, one.repository.newest().orElseThrow());
    assertEquals(Result.DONE, one.knowledge.push(one.copy(), true, false).result());
    assertEquals(0, one.repository.newest().orElseThrow().files());
    assertEquals(20, one.filesOf(stored).size(), "the old one can be restored");
  }

  @Test
  void emptyIsRefusedHoweverLittleThereWas() throws Exception {
    one.write("workspace/only.md", "all there is");
    one.push();
    one.delete("workspace/only.md");
    assertEquals(Refused.Code.TINY_WORKSPACE, assertThrows(Refused.class, one::push).code());
  }

  @Test
  void losingMostBytesIsTinyToo() throws Exception {
    one.write("workspace/a", new byte[100_000]);
    one.write("workspace/b", "small");
    one.push();
    one.write("workspace/a", "");
    assertEquals(Refused.Code.TINY_WORKSPACE, assertThrows(Refused.class, one::push).code());
  }

  @Test
  void ordinaryDeletionsAreNoLoss() throws Exception {
    notes(20);
    one.push();
    for (int i = 4; i < 20; i++) {
      one.delete("workspace/notes/" + i + ".md");
    }
    Moved pushed = one.push();
    assertEquals(Result.DONE, pushed.result());
    assertEquals(16, pushed.removed());
  }

  @Test
  void aFileWithASecretIsLeftOutAndItsLastCleanVersionStays() throws Exception {
    one.write("workspace/notes.md", "clean");
    one.write("workspace/other.md", "other");
    one.push();
    one.write("workspace/notes.md", "my token is " + TOKEN);
    one.write("workspace/fresh.md", "fresh with " + TOKEN);
    one.write("workspace/other.md", "other, changed");
    Moved pushed = one.push();
    assertEquals(
        List.of(
            new LeftOut(KnowledgePath.of("workspace/fresh.md"), LeftOut.Reason.SECRET),
            new LeftOut(KnowledgePath.of("workspace/notes.md"), LeftOut.Reason.SECRET)),
        pushed.leftOut());
    var files = one.filesOf(pushed.snapshot().orElseThrow());
    assertEquals("clean", new String(files.get("workspace/notes.md").bytes()));
    assertEquals("other, changed", new String(files.get("workspace/other.md").bytes()));
    assertFalse(files.containsKey("workspace/fresh.md"));
    one.write("workspace/notes.md", "clean again");
    one.push();
    Snapshot newest = one.repository.newest().orElseThrow();
    assertEquals("clean again", new String(one.filesOf(newest).get("workspace/notes.md").bytes()));
  }

  @Test
  void aDeclaredFileThatCannotBeReadKeepsItsLastVersion() throws Exception {
    java.nio.file.Path soul =
        Files.writeString(Files.createTempFile("soul", ".md"), "You are one.");
    WorkingCopy copy =
        new WorkingCopy(one.home, java.util.Map.of(KnowledgePath.of("workspace/SOUL.md"), soul));
    one.write("workspace/notes.md", "first");
    one.knowledge.push(copy, false, false);
    Files.delete(soul);
    one.write("workspace/notes.md", "second");
    Moved pushed = one.knowledge.push(copy, false, false);
    assertEquals(
        List.of(new LeftOut(KnowledgePath.of("workspace/SOUL.md"), LeftOut.Reason.UNREADABLE)),
        pushed.leftOut());
    var files = one.filesOf(pushed.snapshot().orElseThrow());
    assertEquals("You are one.", new String(files.get("workspace/SOUL.md").bytes()));
    assertEquals("second", new String(files.get("workspace/notes.md").bytes()));
  }

  @Test
  void aNameThatIsASecretDoesNotCrossAndIsNotShown() throws Exception {
    one.write("workspace/notes.md", "clean");
    one.write("workspace/" + TOKEN + ".md", "clean, too");
    Files.createDirectories(one.home.resolve("workspace/empty/" + TOKEN));
    Moved pushed = one.push();
    assertEquals(2, pushed.leftOutCount());
    assertFalse(pushed.leftOut().toString().contains(TOKEN), pushed.leftOut().toString());
    assertEquals(
        java.util.Set.of("workspace/notes.md"),
        one.filesOf(pushed.snapshot().orElseThrow()).keySet());
  }

  @Test
  void aRecordThatDoesNotFitItsTreeIsDamaged() throws Exception {
    notes(3);
    Snapshot right = one.push().snapshot().orElseThrow();
    Snapshot wrong =
        new Snapshot(
            2,
            1,
            right.at().plusSeconds(1),
            right.writer(),
            Snapshot.Why.PUSH,
            right.tree(),
            right.files() + 1,
            right.bytes(),
            right.nonce());
    assertTrue(one.repository.commit(wrong));
    Machine two = new Machine("two", store, one.time);
    StoreProblem problem = assertThrows(StoreProblem.class, two::pull);
    assertEquals(StoreProblem.Kind.DAMAGED, problem.kind());
    assertFalse(Files.exists(two.home.resolve("workspace")));
  }

  @Test
  void nothingChangedInTenThousandFilesSendsNothing() throws Exception {
    notes(10_000);
    one.push();
    one.push();
    long calls = store.calls.get();
    Moved again = one.push();
    assertEquals(Result.UNCHANGED, again.result());
    assertEquals(0, again.movedBytes());
    assertEquals(2, store.calls.get() - calls, "is there a next record, and is this one there");
  }

  @Test
  void oneChangedFileAmongTenThousandSendsItselfAndABoundedRecord() throws Exception {
    notes(10_000);
    one.push();
    long before = store.bytes.get();
    one.write("workspace/notes/5000.md", "changed");
    Moved pushed = one.push();
    assertEquals(1, pushed.movedFiles());
    long sent = store.bytes.get() - before;
    assertTrue(sent <= 96 * 1024, sent + " bytes");
    assertEquals(1, pushed.changed());
  }

  @Test
  void aModeAloneIsAChangeThatSendsNoContent() throws Exception {
    one.write("workspace/run.sh", "echo run");
    one.push();
    Files.setPosixFilePermissions(one.home.resolve("workspace/run.sh"), Download.permissions(0755));
    Moved pushed = one.push();
    assertEquals(Result.DONE, pushed.result());
    assertEquals(0, pushed.movedFiles());
    var files = one.filesOf(pushed.snapshot().orElseThrow());
    assertEquals("rwxr-xr-x", files.get("workspace/run.sh").mode());
  }

  @Test
  void aBrokenIndexIsNoIndex() throws Exception {
    notes(50);
    one.push();
    for (String broken : List.of("", "berth-index 1 memory:\nf nonsense\nend x\n", "x")) {
      Files.writeString(one.home.resolve(".knowledge/index"), broken);
      assertEquals(Result.UNCHANGED, one.push().result());
    }
    String whole = Files.readString(one.home.resolve(".knowledge/index"));
    Files.writeString(one.home.resolve(".knowledge/index"), whole.substring(0, whole.length() / 2));
    one.write("workspace/notes/1.md", "changed");
    assertEquals(1, one.push().changed());
  }

  @Test
  void aCloneHasItsOwnSoulAndConfiguration() throws Exception {
    one.write("workspace/SOUL.md", "You are one.");
    one.write("openclaw.json", "{}");
    one.write("workspace/MEMORY.md", "learned");
    one.push();
    Machine target = new Machine("target", new MemoryStore(), one.time);
    Moved cloned = one.knowledge.cloneTo(target.knowledge, false);
    Snapshot first = cloned.snapshot().orElseThrow();
    assertEquals(Snapshot.Why.CLONE, first.why());
    assertEquals(java.util.Set.of("workspace/MEMORY.md"), target.filesOf(first).keySet());
    assertEquals(
        Refused.Code.NOT_EMPTY,
        assertThrows(Refused.class, () -> one.knowledge.cloneTo(target.knowledge, false)).code());
  }

  @Test
  void sharingAddsAndReplacesAndNeverRemoves() throws Exception {
    one.write("workspace/faq/a.md", "a");
    one.write("workspace/faq/b.md", "b");
    one.write("workspace/private.md", "mine");
    one.push();
    Machine folder = new Machine("folder", new MemoryStore(), one.time);
    one.knowledge.shareWith(folder.knowledge, "faq/**", false);
    one.delete("workspace/faq/a.md");
    one.write("workspace/faq/b.md", "b, changed");
    one.push();
    Moved shared = one.knowledge.shareWith(folder.knowledge, "faq/**", false);
    Snapshot newest = shared.snapshot().orElseThrow();
    assertEquals(Snapshot.Why.SHARE, newest.why());
    var files = folder.filesOf(newest);
    assertEquals(java.util.Set.of("workspace/faq/a.md", "workspace/faq/b.md"), files.keySet());
    assertEquals("b, changed", new String(files.get("workspace/faq/b.md").bytes()));
    java.nio.file.Path place = folder.home.resolve("shared/faq");
    folder.knowledge.mirror(place);
    assertEquals("b, changed", Files.readString(place.resolve("faq/b.md")));
    assertEquals(
        Download.permissions(0444), Files.getPosixFilePermissions(place.resolve("faq/b.md")));
    assertEquals(Result.UNCHANGED, folder.knowledge.mirror(place).result());
  }
}
