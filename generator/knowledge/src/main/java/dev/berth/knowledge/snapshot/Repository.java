package dev.berth.knowledge.snapshot;

import dev.berth.knowledge.store.Content;
import dev.berth.knowledge.store.ObjectStore;
import dev.berth.knowledge.store.StoreProblem;
import dev.berth.knowledge.store.StoreProblem.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One agent's snapshots in a store.
 *
 * <pre>
 * snapshots/9999999957   the record of number 42: names count down, so the newest lists first
 * beside/9999999957-...  the record of a copy whose writer came second
 * objects/ab/ab12...     content and tree nodes, each named by its SHA-256
 * </pre>
 *
 * <p>What a store gives back is not trusted: what Berth would not have written is a {@link
 * StoreProblem} of the kind {@link Kind#DAMAGED}.
 */
public final class Repository {

  private final ObjectStore store;

  public Repository(ObjectStore store) {
    this.store = store;
  }

  /** Takes files as they arrive. */
  public interface Sink {

    /**
     * Called from several threads at once.
     *
     * @param content the whole file; the read that gives its last bytes throws when any were not
     *     what was stored, so what was read to its end is whole
     */
    void take(Entry entry, InputStream content) throws IOException;
  }

  /** The newest snapshot: one listing of one name, one read. */
  public Optional<Snapshot> newest() throws IOException {
    return log(0, 1).stream().findFirst();
  }

  public Optional<Snapshot> find(long number) throws IOException {
    if (number < 1 || number > ObjectName.LARGEST_NUMBER) {
      return Optional.empty();
    }
    return recordIfThere(ObjectName.ofSnapshot(number));
  }

  /**
   * Whether a copy of this tree was kept beside.
   *
   * @param parent the snapshot it was based on; 0 for none
   */
  public boolean isBeside(long parent, String tree) throws IOException {
    return recordIfThere(ObjectName.ofBeside(parent, tree))
        .filter(copy -> copy.tree().equals(tree))
        .isPresent();
  }

  private Optional<Snapshot> recordIfThere(String name) throws IOException {
    try {
      return Optional.of(record(name));
    } catch (StoreProblem problem) {
      if (problem.kind() == Kind.ABSENT) {
        return Optional.empty();
      }
      throw problem;
    }
  }

  /** The one that was the newest at a moment; empty when that was before the first. */
  public Optional<Snapshot> newestAt(Instant moment) throws IOException {
    Optional<Snapshot> newest = newest();
    if (newest.isEmpty() || !newest.get().at().isAfter(moment)) {
      return newest;
    }
    Optional<Snapshot> best = Optional.empty();
    long low = 1;
    long high = newest.get().number() - 1;
    while (low <= high) {
      long middle = low + (high - low) / 2;
      Optional<Snapshot> there = find(middle);
      boolean after = there.isPresent() && there.get().at().isAfter(moment);
      if (after) {
        high = middle - 1;
      } else {
        // One that somebody has deleted is older than those that are left.
        best = there;
        low = middle + 1;
      }
    }
    return best;
  }

  /** At most {@code most} snapshots, newest first, from {@code number} down; 0 for the newest. */
  public List<Snapshot> log(long number, int most) throws IOException {
    boolean fromNewest = number == 0 || number >= ObjectName.LARGEST_NUMBER;
    return records(
        ObjectName.SNAPSHOTS,
        fromNewest ? ObjectName.SNAPSHOTS : ObjectName.ofSnapshot(number + 1),
        most);
  }

  /** Copies that were kept beside, newest first. */
  public List<Snapshot> beside() throws IOException {
    return records(ObjectName.BESIDE, ObjectName.BESIDE, Integer.MAX_VALUE);
  }

  /**
   * Commits a snapshot whose objects are all stored. When this throws, it may have been committed:
   * calling it again with the same nonce tells.
   *
   * @param next its parent is the number before its own
   * @return false when another writer made this number first
   */
  public boolean commit(Snapshot next) throws IOException {
    if (next.parent() != next.number() - 1) {
      throw new IllegalArgumentException("snapshot " + next.number() + " leaves a gap");
    }
    String name = ObjectName.ofSnapshot(next.number());
    return store.create(name, Content.of(RecordJson.write(next)))
        || record(name).nonce().equals(next.nonce());
  }

  /** Records a copy beside; its name is made of its parent and its tree, so twice is once. */
  public void keepBeside(Snapshot copy) throws IOException {
    String name = ObjectName.ofBeside(copy);
    boolean created = store.create(name, Content.of(RecordJson.write(copy)));
    if (!created && !record(name).tree().equals(copy.tree())) {
      throw Stored.damaged(store, name, "is the record of another copy");
    }
  }

  /** The entries of a tree in the order of their names, a node at a time. */
  public Iterator<Entry> entries(String tree) {
    return new Entries(store, tree);
  }

  /** The names of all nodes of a tree; its leaves are not read. */
  public Set<String> nodes(String tree) throws IOException {
    Set<String> nodes = new HashSet<>();
    nodes.add(tree);
    TreeReader reader = new TreeReader(store, tree);
    addBelow(reader.root(), reader, nodes);
    return nodes;
  }

  private static void addBelow(Node node, TreeReader reader, Set<String> nodes) throws IOException {
    for (Node.Item item : node.items()) {
      if (item instanceof Node.Child child) {
        nodes.add(child.sha256());
        if (child.level() > 0) {
          addBelow(reader.read(child), reader, nodes);
        }
      }
    }
  }

  /** What two trees do not agree on, in the order of names; nodes that both have are not read. */
  public Iterator<Difference> differences(String from, String to) {
    return new Differences(store, from, to);
  }

  /**
   * Brings the content of files, in no particular order. The first failure, of the store, the sink
   * or the iterator, ends it; no call of the sink is under way when it returns or throws.
   *
   * @param wanted files; folders have no content and are passed by
   * @param parallel how many objects are read at a time
   */
  public void fetch(Iterator<Entry> wanted, int parallel, Sink sink) throws IOException {
    new Fetch(store, sink).run(wanted, parallel);
  }

  public ObjectStore store() {
    return store;
  }

  /**
   * Reads records as they are listed.
   *
   * @param after the folder's own name passes over the empty object by which a web console marks a
   *     folder
   */
  private List<Snapshot> records(String folder, String after, int most) throws IOException {
    List<Snapshot> found = new ArrayList<>();
    String last = after;
    boolean more = most > 0;
    while (more) {
      int page = Math.min(most - found.size(), ObjectStore.PAGE);
      List<String> names = store.list(folder, last, page);
      for (String name : names) {
        found.add(record(name));
        last = name;
      }
      more = names.size() == page && found.size() < most;
    }
    return found;
  }

  private Snapshot record(String name) throws IOException {
    if (!ObjectName.isRecord(name)) {
      throw Stored.damaged(store, name, "is not the name of a record");
    }
    try {
      Snapshot snapshot = RecordJson.read(Stored.read(store, name, RecordJson.MOST_BYTES));
      boolean itsName =
          name.equals(
              name.startsWith(ObjectName.BESIDE)
                  ? ObjectName.ofBeside(snapshot)
                  : ObjectName.ofSnapshot(snapshot.number()));
      if (!itsName) {
        throw Stored.damaged(store, name, "is the record of another snapshot");
      }
      return snapshot;
    } catch (RecordJson.Unreadable unreadable) {
      throw Stored.damaged(store, name, unreadable.what());
    }
  }
}
