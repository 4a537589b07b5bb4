package dev.berth.knowledge.snapshot;

import dev.berth.knowledge.store.ObjectStore;
import java.io.IOException;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * One agent's snapshots in a store.
 *
 * <pre>
 * snapshots/9999999957   the record of number 42: names count down, so the newest lists first
 * beside/9999999957-...  the record of a copy whose writer came second
 * objects/ab/ab12...     content and tree nodes, each named by its SHA-256
 * </pre>
 */
@SuppressWarnings("DoNotCallSuggester")
public final class Repository {

  private final ObjectStore store;

  public Repository(ObjectStore store) {
    this.store = store;
  }

  /** The newest snapshot: one listing of one name, one read. */
  public Optional<Snapshot> newest() throws IOException {
    throw new UnsupportedOperationException();
  }

  public Optional<Snapshot> find(long number) throws IOException {
    throw new UnsupportedOperationException();
  }

  /** The one that was the newest at a moment; empty when that was before the first. */
  public Optional<Snapshot> newestAt(Instant moment) throws IOException {
    throw new UnsupportedOperationException();
  }

  /** At most {@code most} snapshots, newest first, from {@code number} down; 0 for the newest. */
  public List<Snapshot> log(long number, int most) throws IOException {
    throw new UnsupportedOperationException();
  }

  /** Copies that were kept beside, newest first. */
  public List<Snapshot> beside() throws IOException {
    throw new UnsupportedOperationException();
  }

  /**
   * Commits a snapshot whose objects are all stored.
   *
   * @return false when another writer made this number first
   */
  public boolean commit(Snapshot next) throws IOException {
    throw new UnsupportedOperationException();
  }

  /** Records a copy beside; its name is made of its parent and its tree, so twice is once. */
  public void keepBeside(Snapshot copy) throws IOException {
    throw new UnsupportedOperationException();
  }

  /** The entries of a tree in the order of their names, a node at a time. */
  public Iterator<Entry> entries(String tree) {
    throw new UnsupportedOperationException();
  }

  public ObjectStore store() {
    return store;
  }
}
