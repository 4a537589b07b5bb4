package dev.berth.knowledge.snapshot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.berth.knowledge.crossing.KnowledgePath;
import dev.berth.knowledge.store.MemoryStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Laws of trees. */
class TreeProperties {

  @Property(tries = 150)
  void whatIsWrittenIsReadBack(@ForAll("trees") List<Entry> entries) throws IOException {
    MemoryStore store = new MemoryStore();
    TreeWriter.Tree tree = Trees.write(store, entries);

    assertEquals(entries, Trees.all(new Repository(store).entries(tree.root())));
    assertEquals(entries.stream().filter(e -> !e.isFolder()).count(), tree.files());
    assertEquals(entries.stream().mapToLong(Entry::sizeBytes).sum(), tree.bytes());
  }

  @Property(tries = 60)
  void theNodesOfATreeAreAllThatWasStoredForIt(@ForAll("trees") List<Entry> entries)
      throws IOException {
    MemoryStore store = new MemoryStore();
    TreeWriter.Tree tree = Trees.write(store, entries);
    Set<String> names = new HashSet<>();
    new Repository(store).nodes(tree.root()).forEach(n -> names.add(ObjectName.ofObject(n)));

    assertEquals(names, new HashSet<>(store.list(ObjectName.OBJECTS, "", 1000)));
  }

  @Property(tries = 150)
  void differencesAreThoseOfComparingAllEntries(
      @ForAll("trees") List<Entry> before, @ForAll long seed) throws IOException {
    MemoryStore store = new MemoryStore();
    List<Entry> after = edited(before, new Random(seed));
    String from = Trees.write(store, before).root();
    String to = Trees.write(store, after).root();

    List<Difference> found = Trees.all(new Repository(store).differences(from, to));

    assertEquals(naive(before, after), found);
  }

  private static List<Difference> naive(List<Entry> before, List<Entry> after) {
    Map<KnowledgePath, Difference> all = new TreeMap<>();
    before.forEach(e -> all.put(e.path(), new Difference(Optional.of(e), Optional.empty())));
    after.forEach(
        e -> {
          Optional<Entry> old = Optional.ofNullable(all.get(e.path())).flatMap(Difference::before);
          all.put(e.path(), new Difference(old, Optional.of(e)));
        });
    all.values()
        .removeIf(
            d ->
                d.before().isPresent()
                    && d.after().isPresent()
                    && d.before().get().sameAs(d.after().get()));
    return List.copyOf(all.values());
  }

  private static List<Entry> edited(List<Entry> entries, Random random) {
    List<Entry> edited = new ArrayList<>(entries);
    int edits = random.nextInt(6);
    for (int i = 0; i < edits && !edited.isEmpty(); i++) {
      int at = random.nextInt(edited.size());
      Entry old = edited.get(at);
      switch (random.nextInt(4)) {
        case 0 -> edited.remove(at);
        case 1 -> edited.set(at, Trees.file(old.path(), "edited " + i));
        case 2 -> edited.subList(at, Math.min(edited.size(), at + random.nextInt(600))).clear();
        default ->
            edited.addAll(
                Trees.files(random.nextInt(300)).stream()
                    .map(e -> Trees.file("workspace/zz" + e.path().text(), "added"))
                    .toList());
      }
    }
    return List.copyOf(Trees.sorted(edited).values());
  }

  @Property(tries = 60)
  void theSameEntriesAreTheSameTreeWhateverWasThereBefore(
      @ForAll("trees") List<Entry> entries, @ForAll long seed) throws IOException {
    MemoryStore fresh = new MemoryStore();
    MemoryStore used = new MemoryStore();
    String before = Trees.write(used, edited(entries, new Random(seed))).root();
    Set<String> stored = new Repository(used).nodes(before);

    assertEquals(Trees.write(fresh, entries).root(), Trees.write(used, entries, stored).root());
  }

  @Provide
  Arbitrary<List<Entry>> trees() {
    Arbitrary<Integer> sizes =
        Arbitraries.frequencyOf(
            net.jqwik.api.Tuple.of(6, Arbitraries.integers().between(0, 300)),
            net.jqwik.api.Tuple.of(1, Arbitraries.integers().between(300, 5000)));
    return sizes.flatMap(size -> Arbitraries.longs().map(seed -> tree(size, new Random(seed))));
  }

  /** Names of any bytes, in folders few enough that names meet; none below a file. */
  private static List<Entry> tree(int size, Random random) {
    Map<KnowledgePath, Entry> entries = new TreeMap<>();
    if (size % 2 == 1) {
      entries.put(KnowledgePath.of("openclaw.json"), Trees.file("openclaw.json", "{}"));
    }
    while (entries.size() < size) {
      StringBuilder name = new StringBuilder("workspace");
      for (int depth = random.nextInt(3); depth > 0; depth--) {
        name.append("/d").append(random.nextInt(9));
      }
      byte[] odd = new byte[1 + random.nextInt(random.nextInt(20) == 0 ? 254 : 12)];
      for (int i = 0; i < odd.length; i++) {
        int c = random.nextInt(random.nextInt(4) == 0 ? 256 : 26);
        odd[i] = (byte) (c < 26 ? 'a' + c : c == '/' ? 'x' : c);
      }
      KnowledgePath path = new KnowledgePath(name + "/f" + KnowledgePath.part(odd));
      entries.put(path, entry(path, random));
    }
    return List.copyOf(entries.values());
  }

  private static Entry entry(KnowledgePath path, Random random) {
    int kind = random.nextInt(10);
    if (kind == 0) {
      return Entry.folder(path);
    }
    String content = Sha256.of(path.text().getBytes(StandardCharsets.US_ASCII));
    if (kind == 1) {
      return Trees.file(path, new byte[0]);
    }
    if (kind == 2) {
      return new Entry(path, 0600, 1L << random.nextInt(40), content, content, 0);
    }
    int bytes = 1 + random.nextInt(Packs.LARGEST_PACKED_BYTES);
    int offset = random.nextInt(Packs.PACK_BYTES - bytes);
    return new Entry(path, random.nextInt(01000), bytes, content, Sha256.OF_NOTHING, offset);
  }

  @Property(tries = 20)
  void noNodeIsLargerThanAReaderTakes(@ForAll("trees") List<Entry> entries) throws IOException {
    MemoryStore store = new MemoryStore();
    Trees.write(store, entries);
    for (String name : store.list(ObjectName.OBJECTS, "", 1000)) {
      assertTrue(store.open(name).readAllBytes().length <= TreeFormat.MOST_BYTES / 3, name);
    }
  }
}
