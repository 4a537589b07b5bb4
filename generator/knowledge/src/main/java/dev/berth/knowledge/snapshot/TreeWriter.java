package dev.berth.knowledge.snapshot;

import dev.berth.knowledge.crossing.KnowledgePath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Makes a tree of entries that come one by one, in the order of their names. Holds one open node a
 * level.
 */
public final class TreeWriter {

  private final Uploads uploads;
  private final Set<String> stored;
  private final List<OpenNode> levels = new ArrayList<>();
  private final PathOrder order = new PathOrder();

  /**
   * A tree whose nodes are on their way into the store.
   *
   * @param root SHA-256 of its root node
   * @param files how many files
   * @param bytes what they hold
   */
  public record Tree(String root, long files, long bytes) {}

  /**
   * Starts a tree.
   *
   * @param stored nodes that the store has, which are not sent again
   */
  public TreeWriter(Uploads uploads, Set<String> stored) {
    this.uploads = uploads;
    this.stored = stored;
    levels.add(new OpenNode(0));
  }

  /**
   * Takes the next entry.
   *
   * @throws IllegalArgumentException for an entry that a reader would refuse: out of order, twice,
   *     below a file, or with values that do not belong together
   */
  public void add(Entry entry) throws IOException {
    EntryCheck.wrong(entry)
        .or(() -> order.wrong(entry))
        .ifPresent(
            what -> {
              throw new IllegalArgumentException(entry.path().text() + " " + what);
            });
    add(
        0,
        entry.path(),
        TreeFormat.line(entry),
        entry.isFolder() ? 0 : 1,
        entry.isFolder() ? 0 : entry.sizeBytes());
  }

  /** Sends the last nodes; {@link Uploads#finish} says when all are stored. */
  public Tree finish() throws IOException {
    for (int level = 0; ; level++) {
      OpenNode open = levels.get(level);
      boolean top = level == levels.size() - 1;
      if (top && level > 0 && open.items == 1) {
        return new Tree(open.lastChild, open.files, open.bytes);
      }
      if (top && level == 0) {
        return new Tree(send(open), open.files, open.bytes);
      }
      if (open.items > 0) {
        close(level);
      }
    }
  }

  private void add(int level, KnowledgePath first, String line, long files, long bytes)
      throws IOException {
    int leastItems = level == 0 ? 1 : 2;
    OpenNode open = levels.get(level);
    if (open.items >= leastItems
        && open.weight + TreeFormat.weight(first) > TreeFormat.MOST_WEIGHT) {
      close(level);
    }
    open.add(first, line, files, bytes);
    if (open.items >= leastItems && TreeFormat.ends(level, first)) {
      close(level);
    }
  }

  private void close(int level) throws IOException {
    OpenNode open = levels.get(level);
    Node.Child child =
        new Node.Child(send(open), level, open.files, open.bytes, open.requireFirst());
    open.clear();
    if (level + 1 == levels.size()) {
      levels.add(new OpenNode(level + 1));
    }
    levels.get(level + 1).lastChild = child.sha256();
    add(level + 1, child.first(), TreeFormat.line(child), child.files(), child.bytes());
  }

  private String send(OpenNode open) throws IOException {
    byte[] bytes = open.text.toString().getBytes(StandardCharsets.US_ASCII);
    String sha256 = Sha256.of(bytes);
    return stored.contains(sha256) ? sha256 : uploads.store(bytes);
  }
}
