package dev.berth.knowledge.work;

import dev.berth.knowledge.snapshot.Repository;
import dev.berth.knowledge.snapshot.Snapshot;
import java.io.IOException;
import java.util.Collections;
import java.util.Optional;

/**
 * What a working copy was made from, beside what the store holds now.
 *
 * @param number the snapshot it was made from; 0 for none
 * @param newest the store's newest snapshot
 * @param indexed the tree its index stands for; empty when it has no index of this store
 */
record Basis(long number, Optional<Snapshot> newest, Optional<String> indexed) {

  /** Asks the store for two records when nobody else wrote, and for one listing more if so. */
  static Basis of(Repository repository, LocalState state) throws IOException, Refused {
    String url = repository.store().url();
    long number = state.base(url).number();
    Optional<Snapshot> newest = newest(repository, number);
    if (newest.filter(each -> each.why() == Snapshot.Why.MOVED).isPresent()) {
      throw Refused.moved(url);
    }
    // What an index says is in a store that holds no snapshot may not be there any more.
    Optional<String> indexed =
        newest.isPresent() ? Index.tree(state.index(), url) : Optional.empty();
    return new Basis(number, newest, indexed);
  }

  /** Makes sure there is an index; the tree it stands for, empty for that of an empty store. */
  String index(Repository repository, LocalState state) throws IOException {
    if (indexed.isPresent()) {
      return indexed.get();
    }
    String tree = newest.map(Snapshot::tree).orElse("");
    Index.write(
        state.index(),
        repository.store().url(),
        tree,
        tree.isEmpty() ? Collections.emptyIterator() : repository.entries(tree));
    return tree;
  }

  private static Optional<Snapshot> newest(Repository repository, long number) throws IOException {
    if (number > 0 && repository.find(number + 1).isEmpty()) {
      Optional<Snapshot> still = repository.find(number);
      if (still.isPresent()) {
        return still;
      }
    }
    return repository.newest();
  }

  /** Whether nobody else wrote since: what this working copy holds may follow the newest. */
  boolean isFirst(Optional<String> writer) {
    return newest.isEmpty() || newest.get().number() == number || lastPushWasOurs(writer);
  }

  /** A push that died after its commit did not come to remember it. */
  private boolean lastPushWasOurs(Optional<String> writer) {
    Snapshot last = newest.orElseThrow();
    return last.why() == Snapshot.Why.PUSH
        && writer.equals(Optional.of(last.writer()))
        && indexed.equals(Optional.of(last.tree()));
  }

  /** Whether the working copy is the newest snapshot, or what will follow it. */
  boolean isCurrent() {
    return newest.isPresent()
        && indexed.isPresent()
        && (newest.get().number() == number || indexed.get().equals(newest.get().tree()));
  }
}
