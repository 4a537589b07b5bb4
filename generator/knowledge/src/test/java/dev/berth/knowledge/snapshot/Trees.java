package dev.berth.knowledge.snapshot;

import dev.berth.knowledge.crossing.KnowledgePath;
import dev.berth.knowledge.store.ObjectStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Trees for tests. */
final class Trees {

  private Trees() {}

  static KnowledgePath path(String plain) {
    return KnowledgePath.of(plain);
  }

  /** A file that holds its own text, as an object of its own. */
  static Entry file(KnowledgePath path, String text) {
    return file(path, text.getBytes(StandardCharsets.UTF_8));
  }

  static Entry file(KnowledgePath path, byte[] content) {
    String sha256 = Sha256.of(content);
    return new Entry(path, 0644, content.length, sha256, content.length == 0 ? "" : sha256, 0);
  }

  static Entry file(String plain, String text) {
    return file(path(plain), text);
  }

  static List<Entry> files(int count) {
    TreeMap<KnowledgePath, Entry> files = new TreeMap<>();
    for (int i = 0; i < count; i++) {
      KnowledgePath path = path("workspace/notes/topic-" + i % 97 + "/note-" + i + ".md");
      files.put(path, file(path, "note " + i));
    }
    return List.copyOf(files.values());
  }

  static TreeWriter.Tree write(ObjectStore store, Collection<Entry> entries) throws IOException {
    return write(store, entries, Set.of());
  }

  static TreeWriter.Tree write(ObjectStore store, Collection<Entry> entries, Set<String> stored)
      throws IOException {
    try (Uploads uploads = new Uploads(store, 2, bytes -> {})) {
      TreeWriter writer = new TreeWriter(uploads, stored);
      for (Entry entry : sorted(entries).values()) {
        writer.add(entry);
      }
      TreeWriter.Tree tree = writer.finish();
      uploads.finish();
      return tree;
    }
  }

  static Map<KnowledgePath, Entry> sorted(Collection<Entry> entries) {
    Map<KnowledgePath, Entry> sorted = new TreeMap<>();
    entries.forEach(entry -> sorted.put(entry.path(), entry));
    return sorted;
  }

  static <T> List<T> all(Iterator<T> iterator) {
    List<T> all = new ArrayList<>();
    iterator.forEachRemaining(all::add);
    return all;
  }
}
