package dev.berth.knowledge.snapshot;

import dev.berth.knowledge.snapshot.Node.Child;
import dev.berth.knowledge.snapshot.Node.Leaf;
import dev.berth.knowledge.store.ObjectStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** The entries of a tree; nothing is read before the first is asked for. */
final class Entries implements Iterator<Entry> {

  private final TreeCursor cursor;

  Entries(ObjectStore store, String tree) {
    this.cursor = new TreeCursor(store, tree);
  }

  @Override
  public boolean hasNext() {
    return here() != null;
  }

  @Override
  public Entry next() {
    Entry entry = here();
    if (entry == null) {
      throw new NoSuchElementException();
    }
    try {
      cursor.next();
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
    return entry;
  }

  private @Nullable Entry here() {
    try {
      while (cursor.item() instanceof Child) {
        cursor.enter();
      }
      return cursor.item() instanceof Leaf leaf ? leaf.entry() : null;
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }
}
