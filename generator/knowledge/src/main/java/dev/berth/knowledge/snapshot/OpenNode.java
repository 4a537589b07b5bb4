package dev.berth.knowledge.snapshot;

import dev.berth.knowledge.crossing.KnowledgePath;
import org.jspecify.annotations.Nullable;

/** A node that is still being written. */
final class OpenNode {

  final int level;
  final StringBuilder text = new StringBuilder();
  int items;
  int weight;
  long files;
  long bytes;

  /** SHA-256 of the last child; nothing for a leaf. */
  String lastChild = "";

  private @Nullable KnowledgePath first;

  OpenNode(int level) {
    this.level = level;
    clear();
  }

  void add(KnowledgePath path, String line, long moreFiles, long moreBytes) {
    first = first == null ? path : first;
    text.append(line);
    items++;
    weight += TreeFormat.weight(path);
    files += moreFiles;
    bytes = Math.addExact(bytes, moreBytes);
  }

  void clear() {
    text.setLength(0);
    text.append(TreeFormat.header(level));
    items = 0;
    weight = 0;
    files = 0;
    bytes = 0;
    first = null;
  }

  KnowledgePath requireFirst() {
    if (first == null) {
      throw new IllegalStateException("a node without items has no name");
    }
    return first;
  }
}
