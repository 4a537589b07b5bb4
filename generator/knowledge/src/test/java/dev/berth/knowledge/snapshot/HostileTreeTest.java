package dev.berth.knowledge.snapshot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.berth.knowledge.store.StoreProblem;
import dev.berth.knowledge.store.StoreProblem.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What names and what shape a tree may have in a store that was tampered with. */
class HostileTreeTest {

  private final HandMadeTree made = new HandMadeTree();

  @Test
  void theShapeThatTheseTestsSpoilIsRead() throws IOException {
    String leaf =
        made.leaf(
            HandMadeTree.file("workspace/a"), "d workspace/b", HandMadeTree.file("workspace/c"));
    String other = made.leaf(HandMadeTree.file("workspace/d"));
    String inner =
        made.inner(
            1,
            HandMadeTree.child(leaf, 2, 20, "workspace/a"),
            HandMadeTree.child(other, 1, 10, "workspace/d"));

    assertEquals(4, Trees.all(made.repository.entries(inner)).size());
    assertEquals(Set.of(leaf, other, inner), made.repository.nodes(inner));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "workspace/../../etc/passwd",
        "workspace/..",
        "workspace/./a",
        "..",
        "/etc/passwd",
        "workspace//a",
        "workspace/",
        "workspace/a%00b",
        "workspace/a%2Fb",
        "workspace/%2E%2E",
        "workspace/%61",
        "workspace/a%5cb",
        "workspace/a\\b",
        "workspace/a b",
        "workspace/a\u00e9",
        "workspace/a%",
        "workspace",
        "workspaces/a",
        "Workspace/a",
        "openclaw.json/a",
        "openclaw.jsonx",
        ".knowledge/index",
        "credentials/token",
        "shared/policies/a",
        ""
      })
  void aNameThatMayNotCrossIsDamage(String name) throws IOException {
    made.assertUnreadable(made.leaf(HandMadeTree.file(name)));
  }

  @Test
  void aFolderThatMayNotCrossIsDamage() throws IOException {
    made.assertUnreadable(made.leaf("d openclaw.json"));
    made.assertUnreadable(made.leaf("d workspace/../a"));
    made.assertUnreadable(made.leaf("d credentials"));
    made.assertReadable(made.leaf("d workspace"));
  }

  @Test
  void aNameLongerThanLinuxAllowsIsDamage() throws IOException {
    made.assertUnreadable(made.leaf(HandMadeTree.file("workspace/" + "a".repeat(256))));
    made.assertUnreadable(made.leaf(HandMadeTree.file("workspace/" + "a/".repeat(2048) + "a")));
  }

  @Test
  void namesOutOfOrderOrTwiceAreDamage() throws IOException {
    made.assertUnreadable(
        made.leaf(HandMadeTree.file("workspace/b"), HandMadeTree.file("workspace/a")));
    made.assertUnreadable(
        made.leaf(HandMadeTree.file("workspace/a"), HandMadeTree.file("workspace/a")));
    made.assertUnreadable(made.leaf(HandMadeTree.file("workspace/a"), "d workspace/a"));
  }

  @Test
  void aFileBelowAFileIsDamage() throws IOException {
    made.assertUnreadable(
        made.leaf(HandMadeTree.file("workspace/a"), HandMadeTree.file("workspace/a/b")));
    made.assertUnreadable(
        made.leaf(
            HandMadeTree.file("workspace/a"),
            HandMadeTree.file("workspace/a-b"),
            HandMadeTree.file("workspace/a/b")));
    made.assertUnreadable(made.leaf(HandMadeTree.file("workspace/a"), "d workspace/a/b"));
    made.assertReadable(
        made.leaf(
            HandMadeTree.file("workspace/a"),
            HandMadeTree.file("workspace/a-b"),
            HandMadeTree.file("workspace/ab/c")));
  }

  @Test
  void namesOutOfOrderAcrossNodesAreDamage() throws IOException {
    String last = made.leaf(HandMadeTree.file("workspace/a"), HandMadeTree.file("workspace/x"));
    String overlapping = made.leaf(HandMadeTree.file("workspace/c"));
    made.assertUnreadable(
        made.inner(
            1,
            HandMadeTree.child(last, 2, 20, "workspace/a"),
            HandMadeTree.child(overlapping, 1, 10, "workspace/c")));
    String twice = made.leaf(HandMadeTree.file("workspace/a"));
    made.assertUnreadable(
        made.inner(
            1,
            HandMadeTree.child(twice, 1, 10, "workspace/a"),
            HandMadeTree.child(twice, 1, 10, "workspace/a")));
    String file = made.leaf(HandMadeTree.file("workspace/a"));
    String below = made.leaf(HandMadeTree.file("workspace/a/b"));
    made.assertUnreadable(
        made.inner(
            1,
            HandMadeTree.child(file, 1, 10, "workspace/a"),
            HandMadeTree.child(below, 1, 10, "workspace/a/b")));
  }

  @Test
  void aChainOfNodesEndsAtTheDeepestLevel() throws IOException {
    String below = made.leaf(HandMadeTree.file("workspace/a"));
    for (int level = 1; level <= TreeFormat.MOST_LEVELS; level++) {
      below = made.inner(level, HandMadeTree.child(below, 1, 10, "workspace/a"));
    }
    made.assertReadable(below);
    made.assertUnreadable(
        made.inner(TreeFormat.MOST_LEVELS + 1, HandMadeTree.child(below, 1, 10, "workspace/a")));
  }

  @Test
  void aCycleEndsWhereLevelsDo() throws IOException {
    // SHA-256 allows no cycle, so the store answers with the same bytes for every name.
    String node = made.inner(3, HandMadeTree.child(HandMadeTree.H, 1, 10, "workspace/a"));
    SpyStore cyclic =
        new SpyStore() {
          @Override
          public java.io.InputStream open(String name) throws StoreProblem {
            return made.store.open(ObjectName.ofObject(node));
          }
        };
    HandMadeTree.assertDamaged(new Repository(cyclic), node);
  }

  @Test
  void nodesOfADamagedTreeAreNotListed() throws IOException {
    String below = made.inner(1, HandMadeTree.child(HandMadeTree.H, 1, 10, "workspace/a"));
    String root = made.inner(2, HandMadeTree.child(below, 7, 10, "workspace/a"));
    RepositoryTest.assertDamaged(() -> made.repository.nodes(root));
  }

  @Test
  void differencesToADamagedTreeAreDamage() throws IOException {
    String good = made.leaf(HandMadeTree.file("workspace/a"));
    String bad = made.leaf(HandMadeTree.file("workspace/b"), HandMadeTree.file("workspace/a"));
    for (List<String> pair : List.of(List.of(good, bad), List.of(bad, good))) {
      UncheckedIOException thrown =
          assertThrows(
              UncheckedIOException.class,
              () -> Trees.all(made.repository.differences(pair.get(0), pair.get(1))));
      assertEquals(Kind.DAMAGED, ((StoreProblem) thrown.getCause()).kind());
    }
  }

  @Test
  void aWriterRefusesWhatAReaderWould() throws IOException {
    Entry a = Trees.file("workspace/a", "a");
    Entry below = Trees.file("workspace/a/b", "b");
    Entry outside = Trees.file("secrets/a", "a");
    Entry setuid = new Entry(a.path(), 04755, 1, a.content(), a.object(), 0);
    Entry farOff = new Entry(a.path(), 0644, 1, a.content(), HandMadeTree.P, Packs.PACK_BYTES);
    for (List<Entry> refused :
        List.of(
            List.of(a, a), List.of(a, below), List.of(outside), List.of(setuid), List.of(farOff))) {
      try (Uploads uploads = new Uploads(made.store, 1, bytes -> {})) {
        TreeWriter writer = new TreeWriter(uploads, Set.of());
        assertThrows(
            IllegalArgumentException.class,
            () -> {
              for (Entry entry : refused) {
                writer.add(entry);
              }
            });
      }
    }
  }
}
