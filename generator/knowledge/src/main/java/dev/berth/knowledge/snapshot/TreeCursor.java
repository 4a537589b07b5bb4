package dev.berth.knowledge.snapshot;

import dev.berth.knowledge.snapshot.Node.Child;
import dev.berth.knowledge.snapshot.Node.Item;
import dev.berth.knowledge.snapshot.Node.Leaf;
import dev.berth.knowledge.store.ObjectStore;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/**
 * Walks a tree in the order of its names, one node in memory a level. At each child it can be told
 * to go in or to pass by. Reads nothing before it is asked.
 */
final class TreeCursor {

  private final TreeReader reader;
  private final PathOrder order = new PathOrder();
  private final Deque<Iterator<? extends Item>> open = new ArrayDeque<>();
  private final String tree;
  private boolean started;
  private @Nullable Item item;

  TreeCursor(ObjectStore store, String tree) {
    this.reader = new TreeReader(store, tree);
    this.tree = tree;
  }

  /** Where it stands: an entry, a node that was not read, or nothing at the end. */
  @Nullable Item item() throws IOException {
    if (!started) {
      started = true;
      open.push(reader.root().items().iterator());
      step();
    }
    return item;
  }

  /** Passes by the item. */
  void next() throws IOException {
    if (item instanceof Child child) {
      order.skip(child.first());
    }
    step();
  }

  /** Goes into the node that it stands at. */
  void enter() throws IOException {
    if (!(item instanceof Child child)) {
      throw new IllegalStateException("not at a node");
    }
    open.push(reader.read(child).items().iterator());
    step();
  }

  private void step() throws IOException {
    while (!open.isEmpty() && !open.element().hasNext()) {
      open.pop();
    }
    item = open.isEmpty() ? null : open.element().next();
    if (item != null && !isInOrder(item)) {
      throw reader.damaged(tree, "is a tree whose names are not in order");
    }
  }

  private boolean isInOrder(Item next) {
    return next instanceof Leaf leaf
        ? order.wrong(leaf.entry()).isEmpty()
        : order.isAfterLast(next.first());
  }
}
