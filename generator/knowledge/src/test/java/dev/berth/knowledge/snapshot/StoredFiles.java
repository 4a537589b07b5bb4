package dev.berth.knowledge.snapshot;

import dev.berth.knowledge.crossing.KnowledgePath;
import dev.berth.knowledge.store.Content;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Files in a store, small ones in packs, and what they hold. */
final class StoredFiles {

  static final int LARGE_BYTES = 300_000;

  final SpyStore store = new SpyStore();
  final Repository repository = new Repository(store);
  final Map<KnowledgePath, byte[]> contents = new HashMap<>();
  private final Random random = new Random(5);

  /** Small files of 1 to 4,000 bytes, in packs. */
  List<Entry> stored(int count) throws IOException {
    try (Uploads uploads = new Uploads(store, 2, bytes -> {})) {
      Packs packs = new Packs(uploads);
      List<KnowledgePath> paths = new ArrayList<>();
      List<Packs.Place> places = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        byte[] content = new byte[1 + random.nextInt(4_000)];
        random.nextBytes(content);
        paths.add(Trees.path("workspace/small-" + i));
        places.add(packs.add(content));
        contents.put(paths.get(i), content);
      }
      List<String> names = packs.finish();
      uploads.finish();
      List<Entry> entries = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        byte[] content = contents.getOrDefault(paths.get(i), new byte[0]);
        Packs.Place place = places.get(i);
        entries.add(
            new Entry(
                paths.get(i),
                0644,
                content.length,
                Sha256.of(content),
                names.get(place.pack()),
                place.offset()));
      }
      return entries;
    }
  }

  Entry large(String name) throws IOException {
    byte[] content = new byte[LARGE_BYTES];
    random.nextBytes(content);
    contents.put(Trees.path(name), content);
    put(content);
    return Trees.file(Trees.path(name), content);
  }

  static Entry packed(String pack, long offset, byte[] content) {
    return new Entry(
        Trees.path("workspace/packed"), 0644, content.length, Sha256.of(content), pack, offset);
  }

  byte[] content(Entry entry) {
    return contents.getOrDefault(entry.path(), new byte[0]);
  }

  String put(byte[] content) throws IOException {
    String sha256 = Sha256.of(content);
    store.create(ObjectName.ofObject(sha256), Content.of(content));
    return sha256;
  }

  /** Puts other bytes where the file's object is. */
  Entry replaced(Entry entry, byte[] bytes) throws IOException {
    store.delete(ObjectName.ofObject(entry.object()));
    store.create(ObjectName.ofObject(entry.object()), Content.of(bytes));
    return entry;
  }
}
