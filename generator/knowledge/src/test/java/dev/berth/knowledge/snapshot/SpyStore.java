package dev.berth.knowledge.snapshot;

import dev.berth.knowledge.store.Content;
import dev.berth.knowledge.store.MemoryStore;
import dev.berth.knowledge.store.ObjectStore;
import dev.berth.knowledge.store.StoreProblem;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/** A store in memory that remembers what was asked of it. */
class SpyStore implements ObjectStore {

  final MemoryStore kept = new MemoryStore();
  final Map<String, Integer> opened = new ConcurrentHashMap<>();
  final Queue<String> created = new ConcurrentLinkedQueue<>();
  final AtomicLong createdBytes = new AtomicLong();
  final AtomicLong creates = new AtomicLong();
  final AtomicLong lists = new AtomicLong();

  void forget() {
    opened.clear();
    created.clear();
    createdBytes.set(0);
    creates.set(0);
    lists.set(0);
  }

  @Override
  public boolean create(String name, Content content) throws StoreProblem {
    creates.incrementAndGet();
    boolean fresh = kept.create(name, content);
    if (fresh) {
      created.add(name);
      createdBytes.addAndGet(content.sizeBytes());
    }
    return fresh;
  }

  @Override
  public InputStream open(String name) throws StoreProblem {
    opened.merge(name, 1, Integer::sum);
    return kept.open(name);
  }

  @Override
  public List<String> list(String start, String after, int most) {
    lists.incrementAndGet();
    return kept.list(start, after, most);
  }

  @Override
  public void delete(String name) {
    kept.delete(name);
  }

  @Override
  public String url() {
    return kept.url();
  }

  @Override
  public void close() {}
}
