package dev.berth.knowledge.snapshot;

import dev.berth.knowledge.crossing.KnowledgePath;
import java.util.List;

/**
 * One node of a tree, as it was read: a leaf holds entries, an inner node holds other nodes.
 *
 * @param level 0 for a leaf; else one more than its children's
 * @param items its entries or children, in the order of their names
 * @param files how many files are below it
 * @param bytes what those hold
 */
record Node(int level, List<? extends Item> items, long files, long bytes) {

  /** What a node holds. */
  sealed interface Item permits Leaf, Child {
    /** The first name at or below it. */
    KnowledgePath first();
  }

  /** A file or an empty folder. */
  record Leaf(Entry entry) implements Item {
    @Override
    public KnowledgePath first() {
      return entry.path();
    }
  }

  /**
   * Another node, not read yet.
   *
   * @param level 0 for a leaf
   */
  record Child(String sha256, int level, long files, long bytes, KnowledgePath first)
      implements Item {}
}
