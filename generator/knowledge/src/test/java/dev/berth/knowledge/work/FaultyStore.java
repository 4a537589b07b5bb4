package dev.berth.knowledge.work;

import dev.berth.knowledge.store.Content;
import dev.berth.knowledge.store.ObjectStore;
import dev.berth.knowledge.store.StoreProblem;
import java.io.InputStream;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Counts the calls of a store, and breaks at one of them. */
final class FaultyStore implements ObjectStore {

  /** How a call breaks. */
  enum Fault {
    /** Nothing was done. */
    BEFORE,
    /** It was done, and nobody hears of it. */
    AFTER
  }

  private final ObjectStore store;
  final AtomicLong calls = new AtomicLong();
  final AtomicLong creates = new AtomicLong();
  final AtomicLong bytes = new AtomicLong();
  private volatile long breaksAt = -1;
  private volatile Fault fault = Fault.BEFORE;

  FaultyStore(ObjectStore store) {
    this.store = store;
  }

  /** From now on, the call after {@code calls} more breaks, and only that one. */
  void breakAfter(long more, Fault how) {
    fault = how;
    breaksAt = calls.get() + more + 1;
  }

  void mend() {
    breaksAt = -1;
  }

  private interface Call<T> {
    T run() throws StoreProblem;
  }

  private <T> T call(Call<T> call) throws StoreProblem {
    if (calls.incrementAndGet() != breaksAt) {
      return call.run();
    }
    if (fault == Fault.AFTER) {
      try {
        call.run();
      } catch (StoreProblem alsoUnheard) {
        // Nobody hears of this answer either.
      }
    }
    throw new StoreProblem(StoreProblem.Kind.UNAVAILABLE, "the store does not answer");
  }

  @Override
  public boolean create(String name, Content content) throws StoreProblem {
    creates.incrementAndGet();
    bytes.addAndGet(content.sizeBytes());
    return call(() -> store.create(name, content));
  }

  @Override
  public InputStream open(String name) throws StoreProblem {
    return call(() -> store.open(name));
  }

  @Override
  public List<String> list(String start, String after, int most) throws StoreProblem {
    return call(() -> store.list(start, after, most));
  }

  @Override
  public void delete(String name) throws StoreProblem {
    store.delete(name);
  }

  @Override
  public String url() {
    return store.url();
  }

  @Override
  public void close() {
    store.close();
  }
}
