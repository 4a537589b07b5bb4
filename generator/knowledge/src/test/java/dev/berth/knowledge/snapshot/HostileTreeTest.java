package dev.berth.knowledge.snapshot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.berth.knowledge.store.Content;
import dev.berth.knowledge.store.StoreProblem;
import dev.berth.knowledge.store.StoreProblem.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a store that was tampered with may hold. */
class HostileTreeTest {

  private static final String H = Sha256.of(new byte[] {1});
  private static final String P = Sha256.of(new byte[] {2});

  private final SpyStore store = new SpyStore();
  private final Repository repository = new Repository(store);

  @Test
  void theShapeThatTheseTestsSpoilIsRead() throws IOException {
    String leaf = leaf(file("workspace/a"), "d workspace/b", file("workspace/c"));
    String other = leaf(file("workspace/d"));
    String inner = inner(1, child(leaf, 2, 20, "workspace/a"), child(other, 1, 10, "workspace/d"));

    assertEquals(4, Trees.all(repository.entries(inner)).size());
    assertEquals(Set.of(leaf, other, inner), repository.nodes(inner));
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
    assertUnreadable(leaf(file(name)));
  }

  @Test
  void aFolderThatMayNotCrossIsDamage() throws IOException {
    assertUnreadable(leaf("d openclaw.json"));
    assertUnreadable(leaf("d workspace/../a"));
    assertUnreadable(leaf("d credentials"));
    assertReadable(leaf("d workspace"));
  }

  @Test
  void aNameLongerThanLinuxAllowsIsDamage() throws IOException {
    assertUnreadable(leaf(file("workspace/" + "a".repeat(256))));
    assertUnreadable(leaf(file("workspace/" + "a/".repeat(2048) + "a")));
  }

  @Test
  void namesOutOfOrderOrTwiceAreDamage() throws IOException {
    assertUnreadable(leaf(file("workspace/b"), file("workspace/a")));
    assertUnreadable(leaf(file("workspace/a"), file("workspace/a")));
    assertUnreadable(leaf(file("workspace/a"), "d workspace/a"));
  }

  @Test
  void aFileBelowAFileIsDamage() throws IOException {
    assertUnreadable(leaf(file("workspace/a"), file("workspace/a/b")));
    assertUnreadable(leaf(file("workspace/a"), file("workspace/a-b"), file("workspace/a/b")));
    assertUnreadable(leaf(file("workspace/a"), "d workspace/a/b"));
    assertReadable(leaf(file("workspace/a"), file("workspace/a-b"), file("workspace/ab/c")));
  }

  @Test
  void namesOutOfOrderAcrossNodesAreDamage() throws IOException {
    String last = leaf(file("workspace/a"), file("workspace/x"));
    String overlapping = leaf(file("workspace/c"));
    assertUnreadable(
        inner(1, child(last, 2, 20, "workspace/a"), child(overlapping, 1, 10, "workspace/c")));
    String twice = leaf(file("workspace/a"));
    assertUnreadable(
        inner(1, child(twice, 1, 10, "workspace/a"), child(twice, 1, 10, "workspace/a")));
    String file = leaf(file("workspace/a"));
    String below = leaf(file("workspace/a/b"));
    assertUnreadable(
        inner(1, child(file, 1, 10, "workspace/a"), child(below, 1, 10, "workspace/a/b")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "f 644 -10 H P 0 workspace/a",
        "f 644 010 H P 0 workspace/a",
        "f 644 99999999999999999999 H P 0 workspace/a",
        "f 644 999999999999999999 H H 0 workspace/a",
        "f 644 10 H P -1 workspace/a",
        "f 644 10 H P 1048567 workspace/a",
        "f 644 10 H H 1 workspace/a",
        "f 644 65537 H P 0 workspace/a",
        "f 644 10 H - 0 workspace/a",
        "f 644 0 H - 0 workspace/a",
        "f 644 0 H P 0 workspace/a",
        "f 1644 10 H P 0 workspace/a",
        "f 4755 10 H P 0 workspace/a",
        "f 64 10 H P 0 workspace/a",
        "f 648 10 H P 0 workspace/a",
        "f 644 10 h P 0 workspace/a",
        "f 644 10 H P 0  workspace/a",
        "f 644 10 H P 0 workspace/a ",
        "f 644 10 H P workspace/a",
        "f\t644 10 H P 0 workspace/a",
        "l 644 10 H P 0 workspace/a",
        "d 755 workspace/a",
        "",
      })
  void aLineThatBerthWouldNotWriteIsDamage(String line) throws IOException {
    String tooShort = H.substring(1);
    assertUnreadable(leaf(line.replace("H", H).replace("P", P).replace("h", tooShort)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\n",
        "berth-leaf 1",
        "berth-leaf 2\n",
        "berth-leaf 1 \n",
        "berth-leaf 1\n\n",
        "berth-leaf 1\r\n",
        " berth-leaf 1\n",
        "berth-inner 1 1\n",
        "berth-inner 1\n",
        "berth-inner 1 0\n",
        "berth-inner 1 32\n",
        "berth-inner 1 99999999999\n",
        "\u0000\n"
      })
  void aTextThatIsNoNodeIsDamage(String text) throws IOException {
    assertUnreadable(put(text));
  }

  @Test
  void aChildThatIsNotWhatIsSaidOfItIsDamage() throws IOException {
    String leaf = leaf(file("workspace/a"), file("workspace/b"));
    assertReadable(inner(1, child(leaf, 2, 20, "workspace/a")));
    assertUnreadable(inner(1, child(leaf, 1, 20, "workspace/a")));
    assertUnreadable(inner(1, child(leaf, 2, 21, "workspace/a")));
    assertUnreadable(inner(1, child(leaf, 2, 20, "workspace/Z")));
    assertUnreadable(inner(2, child(leaf, 2, 20, "workspace/a")));
    assertUnreadable(inner(1, child(leaf(), 0, 0, "workspace/a")));
  }

  @Test
  void countsThatOverflowAreDamage() throws IOException {
    String huge = "999999999999999999";
    StringBuilder children = new StringBuilder("berth-inner 1 1\n");
    for (int i = 10; i < 30; i++) {
      children.append("n " + H + " " + huge + " " + huge + " workspace/a" + i + "\n");
    }
    assertUnreadable(put(children.toString()));
  }

  @Test
  void aChainOfNodesEndsAtTheDeepestLevel() throws IOException {
    String below = leaf(file("workspace/a"));
    for (int level = 1; level <= TreeFormat.MOST_LEVELS; level++) {
      below = inner(level, child(below, 1, 10, "workspace/a"));
    }
    assertReadable(below);
    assertUnreadable(inner(TreeFormat.MOST_LEVELS + 1, child(below, 1, 10, "workspace/a")));
  }

  @Test
  void aCycleEndsWhereLevelsDo() throws IOException {
    // SHA-256 allows no cycle, so the store answers with the same bytes for every name.
    String node = inner(3, child(H, 1, 10, "workspace/a"));
    SpyStore cyclic =
        new SpyStore() {
          @Override
          public java.io.InputStream open(String name) throws StoreProblem {
            return store.open(ObjectName.ofObject(node));
          }
        };
    assertDamaged(new Repository(cyclic), node);
  }

  @Test
  void aNodeOfOtherBytesIsDamage() throws IOException {
    store.create(ObjectName.ofObject(H), Content.of("berth-leaf 1\n"));
    assertUnreadable(H);
  }

  @Test
  void aTruncatedNodeIsDamage() throws IOException {
    String whole = "berth-leaf 1\n" + file("workspace/a") + "\n" + file("workspace/b") + "\n";
    String name = Sha256.of(whole.getBytes(StandardCharsets.US_ASCII));
    String part = whole.substring(0, whole.indexOf("workspace/a") + 12);
    store.create(ObjectName.ofObject(name), Content.of(part));
    assertUnreadable(name);
  }

  @Test
  void aHugeNodeIsDamage() throws IOException {
    String huge = "berth-leaf 1\n" + "x".repeat(TreeFormat.MOST_BYTES);
    assertUnreadable(put(huge));
  }

  @Test
  void aMissingNodeNamesTheSnapshotThatCannotBeRead() throws IOException {
    String root = inner(2, child(H, 1, 10, "workspace/a"));
    StoreProblem problem = assertDamaged(repository, root);
    assertTrue(problem.message().contains(root), problem.message());
    assertTrue(problem.message().contains(H), problem.message());
    assertTrue(problem.message().endsWith("is missing"), problem.message());
  }

  @Test
  void nodesOfADamagedTreeAreNotListed() throws IOException {
    String below = inner(1, child(H, 1, 10, "workspace/a"));
    String root = inner(2, child(below, 7, 10, "workspace/a"));
    RepositoryTest.assertDamaged(() -> repository.nodes(root));
  }

  @Test
  void differencesToADamagedTreeAreDamage() throws IOException {
    String good = leaf(file("workspace/a"));
    String bad = leaf(file("workspace/b"), file("workspace/a"));
    for (List<String> pair : List.of(List.of(good, bad), List.of(bad, good))) {
      UncheckedIOException thrown =
          assertThrows(
              UncheckedIOException.class,
              () -> Trees.all(repository.differences(pair.get(0), pair.get(1))));
      assertEquals(Kind.DAMAGED, ((StoreProblem) thrown.getCause()).kind());
    }
  }

  @Test
  void aWriterRefusesWhatAReaderWould() throws IOException {
    Entry a = Trees.file("workspace/a", "a");
    Entry below = Trees.file("workspace/a/b", "b");
    Entry outside = Trees.file("secrets/a", "a");
    Entry setuid = new Entry(a.path(), 04755, 1, a.content(), a.object(), 0);
    Entry farOff = new Entry(a.path(), 0644, 1, a.content(), P, Packs.PACK_BYTES);
    for (List<Entry> refused :
        List.of(
            List.of(a, a), List.of(a, below), List.of(outside), List.of(setuid), List.of(farOff))) {
      try (Uploads uploads = new Uploads(store, 1, bytes -> {})) {
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

  private void assertReadable(String tree) {
    assertTrue(Trees.all(repository.entries(tree)).size() > 0);
  }

  private void assertUnreadable(String tree) {
    assertDamaged(repository, tree);
  }

  private static StoreProblem assertDamaged(Repository repository, String tree) {
    UncheckedIOException thrown =
        assertThrows(UncheckedIOException.class, () -> Trees.all(repository.entries(tree)));
    StoreProblem problem = (StoreProblem) thrown.getCause();
    assertEquals(Kind.DAMAGED, problem.kind(), problem.message());
    return problem;
  }

  private static String file(String name) {
    return "f 644 10 " + H + " " + P + " 0 " + name;
  }

  private static String child(String sha256, long files, long bytes, String first) {
    return "n " + sha256 + " " + files + " " + bytes + " " + first;
  }

  private String leaf(String... lines) throws IOException {
    return put("berth-leaf 1\n" + String.join("\n", lines) + (lines.length > 0 ? "\n" : ""));
  }

  private String inner(int level, String... lines) throws IOException {
    return put("berth-inner 1 " + level + "\n" + String.join("\n", lines) + "\n");
  }

  private String put(String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    store.create(ObjectName.ofObject(Sha256.of(bytes)), Content.of(bytes));
    return Sha256.of(bytes);
  }
}
