package dev.berth.knowledge.snapshot;

import dev.berth.knowledge.store.ObjectStore;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Brings the content of many entries. They are taken a window at a time, and those of a window that
 * are kept in one object come out of one reading of it.
 */
final class Fetch {

  /** As many entries as memory holds easily: about half a kibibyte each. */
  static final int WINDOW = 4096;

  private final ObjectStore store;
  private final Repository.Sink sink;

  Fetch(ObjectStore store, Repository.Sink sink) {
    this.store = store;
    this.sink = sink;
  }

  void run(Iterator<Entry> wanted, int parallel) throws IOException {
    try (Workers workers = new Workers("berth-fetch", parallel)) {
      while (wanted.hasNext()) {
        for (List<Entry> together : window(wanted)) {
          workers.start(() -> fetch(together));
        }
      }
      workers.finish();
    } catch (UncheckedIOException problem) {
      throw problem.getCause();
    }
  }

  /** The next entries, those of one object together, by where they start in it. */
  private static Iterable<List<Entry>> window(Iterator<Entry> wanted) {
    Map<String, List<Entry>> byObject = new LinkedHashMap<>();
    for (int count = 0; count < WINDOW && wanted.hasNext(); count++) {
      Entry entry = wanted.next();
      if (entry.isFolder()) {
        continue;
      }
      byObject.computeIfAbsent(entry.object(), object -> new ArrayList<>()).add(entry);
    }
    for (List<Entry> together : byObject.values()) {
      together.sort(Comparator.comparingLong(Entry::offset).thenComparing(Entry::sizeBytes));
    }
    return byObject.values();
  }

  private void fetch(List<Entry> together) throws IOException {
    Entry first = together.get(0);
    if (first.object().isEmpty()) {
      for (Entry entry : together) {
        sink.take(entry, InputStream.nullInputStream());
      }
    } else if (first.sizeBytes() > Packs.LARGEST_PACKED_BYTES) {
      for (Entry entry : together) {
        fetchLarge(entry);
      }
    } else {
      fetchPacked(together);
    }
  }

  /** The same large file under several names is read once a name: it is not held in memory. */
  private void fetchLarge(Entry entry) throws IOException {
    try (InputStream object = open(entry);
        VerifiedContent content = new VerifiedContent(store, entry, object)) {
      sink.take(entry, content);
      content.drain();
    }
  }

  private void fetchPacked(List<Entry> together) throws IOException {
    try (InputStream object = open(together.get(0))) {
      long position = 0;
      byte[] bytes = new byte[0];
      Entry last = null;
      for (Entry entry : together) {
        boolean again = last != null && isSamePlace(entry, last);
        if (!again) {
          skip(object, entry, position);
          bytes = new VerifiedContent(store, entry, object).readAllBytes();
          position = entry.offset() + entry.sizeBytes();
          last = entry;
        }
        sink.take(entry, new ByteArrayInputStream(bytes));
      }
    }
  }

  private void skip(InputStream object, Entry entry, long position) throws IOException {
    String name = ObjectName.ofObject(entry.object());
    if (entry.offset() < position) {
      throw Stored.damaged(store, name, "holds files that overlap: " + entry.path().shown());
    }
    try {
      object.skipNBytes(entry.offset() - position);
    } catch (EOFException end) {
      throw Stored.damaged(store, name, "ends before " + entry.path().shown() + " starts");
    }
  }

  private static boolean isSamePlace(Entry entry, Entry other) {
    return entry.offset() == other.offset()
        && entry.sizeBytes() == other.sizeBytes()
        && entry.content().equals(other.content());
  }

  private InputStream open(Entry entry) throws IOException {
    return Stored.open(
        store,
        ObjectName.ofObject(entry.object()),
        "the snapshot that holds " + entry.path().shown());
  }
}
