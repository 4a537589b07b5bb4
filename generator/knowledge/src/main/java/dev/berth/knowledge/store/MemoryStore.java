package dev.berth.knowledge.store;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.concurrent.ConcurrentSkipListMap;

/** Objects on the heap, gone with the process: for tests and rehearsals. */
public final class MemoryStore implements ObjectStore {

  private final ConcurrentSkipListMap<String, byte[]> objects = new ConcurrentSkipListMap<>();

  @Override
  public boolean create(String name, Content content) throws StoreProblem {
    ObjectStore.requireName(name);
    byte[] bytes;
    try (InputStream source = new ExactStream(name, content.open(), content.sizeBytes())) {
      bytes = source.readAllBytes();
    } catch (IOException problem) {
      throw Problems.unreadable(name, problem);
    }
    return objects.putIfAbsent(name, bytes) == null;
  }

  @Override
  public InputStream open(String name) throws StoreProblem {
    byte[] bytes = objects.get(ObjectStore.requireName(name));
    if (bytes == null) {
      throw Problems.absent(url() + name);
    }
    return new ByteArrayInputStream(bytes);
  }

  @Override
  public List<String> list(String start, String after, int most) {
    Listing.requireMost(most);
    // Names are ASCII: the order of their characters is the order of their bytes.
    boolean fromStart = start.compareTo(after) > 0;
    return objects.tailMap(fromStart ? start : after, fromStart).keySet().stream()
        .takeWhile(name -> name.startsWith(start))
        .limit(most)
        .toList();
  }

  @Override
  public void delete(String name) {
    objects.remove(ObjectStore.requireName(name));
  }

  @Override
  public String url() {
    return "memory:///";
  }

  @Override
  public void close() {}
}
