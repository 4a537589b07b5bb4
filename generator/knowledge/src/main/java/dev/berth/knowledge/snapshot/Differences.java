package dev.berth.knowledge.snapshot;

import dev.berth.knowledge.snapshot.Node.Child;
import dev.berth.knowledge.snapshot.Node.Item;
import dev.berth.knowledge.snapshot.Node.Leaf;
import dev.berth.knowledge.store.ObjectStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What two trees do not agree on, in the order of names. A node that both have is never read: both
 * sides stand at it at once, because the side that is behind, or stands higher, goes on first.
 */
final class Differences implements Iterator<Difference> {

  private final TreeCursor before;
  private final TreeCursor after;
  private @Nullable Difference next;
  private boolean ended;

  Differences(ObjectStore store, String from, String to) {
    this.before = new TreeCursor(store, from);
    this.after = new TreeCursor(store, to);
    this.ended = from.equals(to);
  }

  @Override
  public boolean hasNext() {
    if (next == null && !ended) {
      try {
        next = find();
        ended = next == null;
      } catch (IOException problem) {
        throw new UncheckedIOException(problem);
      }
    }
    return next != null;
  }

  @Override
  public Difference next() {
    if (!hasNext() || next == null) {
      throw new NoSuchElementException();
    }
    Difference found = next;
    next = null;
    return found;
  }

  private @Nullable Difference find() throws IOException {
    Item left = before.item();
    Item right = after.item();
    while (left != null || right != null) {
      int order = order(left, right);
      Item a = order <= 0 ? left : null;
      Item b = order >= 0 ? right : null;
      if (a instanceof Child && a.equals(b)) {
        before.next();
        after.next();
      } else if (a instanceof Child || b instanceof Child) {
        enterHigher(level(a), level(b));
      } else {
        Optional<Entry> gone = pass(before, a);
        Optional<Entry> come = pass(after, b);
        if (gone.isEmpty() || come.isEmpty() || !gone.get().sameAs(come.get())) {
          return new Difference(gone, come);
        }
      }
      left = before.item();
      right = after.item();
    }
    return null;
  }

  /** Negative when the first is to go on first: it is behind, or the other has ended. */
  private static int order(@Nullable Item a, @Nullable Item b) {
    if (a == null || b == null) {
      return a == null ? 1 : -1;
    }
    return a.first().compareTo(b.first());
  }

  private void enterHigher(int leftLevel, int rightLevel) throws IOException {
    if (leftLevel >= rightLevel) {
      before.enter();
    }
    if (rightLevel >= leftLevel) {
      after.enter();
    }
  }

  /** The level of a node; less for what is none. */
  private static int level(@Nullable Item item) {
    return item instanceof Child child ? child.level() : -1;
  }

  private static Optional<Entry> pass(TreeCursor cursor, @Nullable Item item) throws IOException {
    if (item instanceof Leaf leaf) {
      cursor.next();
      return Optional.of(leaf.entry());
    }
    return Optional.empty();
  }
}
