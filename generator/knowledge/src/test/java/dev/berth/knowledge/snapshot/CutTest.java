package dev.berth.knowledge.snapshot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.berth.knowledge.crossing.KnowledgePath;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where nodes end, and so how much of a tree one change sends again. */
class CutTest {

  private static final long MOST_SENT_BYTES = 96 * 1024;

  private final SpyStore store = new SpyStore();
  private final Repository repository = new Repository(store);

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 77, 4_999, 5_000, 9_998, 9_999})
  void oneChangedFileAmongTenThousandSendsItsLeafAndTheNodesAbove(int changed) throws IOException {
    List<Entry> entries = new ArrayList<>(Trees.files(10_000));
    TreeWriter.Tree before = Trees.write(store, entries);
    Set<String> nodes = repository.nodes(before.root());
    KnowledgePath path = entries.get(changed).path();
    entries.set(changed, Trees.file(path, "x".repeat(60_000)));
    store.forget();

    TreeWriter.Tree after = Trees.write(store, entries, nodes);

    int levels = levels(after.root());
    assertEquals(levels, store.creates.get());
    assertTrue(store.createdBytes.get() <= MOST_SENT_BYTES, store.createdBytes + " bytes");
    Set<String> fresh = new HashSet<>(repository.nodes(after.root()));
    fresh.removeAll(nodes);
    assertEquals(levels, fresh.size());
  }

  @Test
  void anUnchangedTreeSendsNothing() throws IOException {
    List<Entry> entries = Trees.files(3_000);
    String root = Trees.write(store, entries).root();
    store.forget();

    assertEquals(root, Trees.write(store, entries, repository.nodes(root)).root());
    assertEquals(0, store.creates.get());
  }

  @Test
  void theNodesOfATreeAreFoundWithoutItsLeaves() throws IOException {
    String root = Trees.write(store, Trees.files(10_000)).root();
    store.forget();

    int nodes = repository.nodes(root).size();

    assertTrue(nodes > 50, nodes + " nodes");
    assertTrue(store.opened.size() < nodes / 10, store.opened.size() + " read of " + nodes);
  }

  @Test
  void differencesReadNoNodeThatBothTreesHave() throws IOException {
    List<Entry> before = Trees.files(10_000);
    List<Entry> after = new ArrayList<>(before);
    after.remove(2_345);
    after.set(7_000, Trees.file(after.get(7_000).path(), "changed"));
    after.addAll(0, List.of(Trees.file("openclaw.json", "{}")));
    String from = Trees.write(store, before).root();
    String to = Trees.write(store, after).root();
    Set<String> shared = new HashSet<>(repository.nodes(from));
    shared.retainAll(repository.nodes(to));
    store.forget();

    assertEquals(3, Trees.all(repository.differences(from, to)).size());
    for (String node : shared) {
      assertEquals(0, store.opened.getOrDefault(ObjectName.ofObject(node), 0));
    }
    assertTrue(shared.size() > 60, shared.size() + " shared");
    assertTrue(store.opened.values().stream().allMatch(times -> times == 1));
  }

  @Test
  void treesOfDifferentHeightShareTheirNodesToo() throws IOException {
    List<Entry> before = Trees.files(3_000).subList(0, 300);
    List<Entry> after = Trees.files(3_000);
    String from = Trees.write(store, before).root();
    String to = Trees.write(store, after).root();
    Set<String> shared = new HashSet<>(repository.nodes(from));
    shared.retainAll(repository.nodes(to));
    store.forget();

    assertEquals(2_700, Trees.all(repository.differences(from, to)).size());
    assertEquals(2_700, Trees.all(repository.differences(to, from)).size());
    for (String node : shared) {
      assertEquals(0, store.opened.getOrDefault(ObjectName.ofObject(node), 0));
    }
    assertTrue(shared.size() > 0);
  }

  @Test
  void theSameTreeHasNoDifferencesAndIsNotRead() {
    assertEquals(0, Trees.all(repository.differences(Snapshots.TREE, Snapshots.TREE)).size());
  }

  @Test
  void namesThatEndALeafDoNotMakeATreeWithoutARoot() throws IOException {
    List<Entry> endings =
        IntStream.range(0, 40_000)
            .mapToObj(i -> Trees.path("workspace/" + i))
            .filter(path -> TreeFormat.ends(0, path))
            .map(path -> Trees.file(path, "x"))
            .toList();
    TreeWriter.Tree tree = Trees.write(store, endings);

    assertTrue(endings.size() > 200, endings.size() + " names");
    assertEquals(endings.size(), Trees.all(repository.entries(tree.root())).size());
    assertTrue(levels(tree.root()) < 12, levels(tree.root()) + " levels");
  }

  @Test
  void namesOfFullLengthFillNodesThatCanBeRead() throws IOException {
    List<Entry> entries = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      String part =
          KnowledgePath.part(
              "\u00e9".repeat(127).getBytes(java.nio.charset.StandardCharsets.UTF_8));
      String name = "workspace" + ("/" + part).repeat(15) + "/" + (1000 + i);
      entries.add(Trees.file(new KnowledgePath(name), "x"));
    }
    String root = Trees.write(store, entries).root();
    assertEquals(entries, Trees.all(repository.entries(root)));
  }

  private int levels(String root) throws IOException {
    return new TreeReader(store, root).root().level() + 1;
  }
}
