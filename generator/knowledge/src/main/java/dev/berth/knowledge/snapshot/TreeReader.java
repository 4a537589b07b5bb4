package dev.berth.knowledge.snapshot;

import dev.berth.knowledge.crossing.KnowledgePath;
import dev.berth.knowledge.snapshot.Node.Child;
import dev.berth.knowledge.snapshot.Node.Item;
import dev.berth.knowledge.snapshot.Node.Leaf;
import dev.berth.knowledge.store.ObjectStore;
import dev.berth.knowledge.store.StoreProblem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads nodes of a tree from a store that may have been tampered with: whatever {@link TreeWriter}
 * would not have written is damage.
 */
final class TreeReader {

  private static final String NAME = " ([A-Za-z0-9._~%/-]+)";
  private static final String HEX = " ([0-9a-f]{64})";
  private static final String NUMBER = " (0|[1-9][0-9]{0,17})";
  private static final Pattern FOLDER = Pattern.compile("d" + NAME);
  private static final Pattern FILE =
      Pattern.compile("f ([0-7]{3})" + NUMBER + HEX + " ([0-9a-f]{64}|-)" + NUMBER + NAME);
  private static final Pattern CHILD = Pattern.compile("n" + HEX + NUMBER + NUMBER + NAME);
  private static final Pattern LEVEL = Pattern.compile("[1-9][0-9]?");

  private final ObjectStore store;
  private final String tree;

  /**
   * @param tree SHA-256 of the root
   */
  TreeReader(ObjectStore store, String tree) {
    this.store = store;
    this.tree = tree;
  }

  Node root() throws IOException {
    return node(tree);
  }

  /** Reads a node and holds it to what its parent says of it. */
  Node read(Child child) throws IOException {
    Node node = node(child.sha256());
    boolean asSaid =
        node.level() == child.level()
            && node.files() == child.files()
            && node.bytes() == child.bytes()
            && !node.items().isEmpty()
            && node.items().get(0).first().equals(child.first());
    if (!asSaid) {
      throw damaged(child.sha256(), "is not what the node above it says");
    }
    return node;
  }

  StoreProblem damaged(String sha256, String what) {
    return Stored.damaged(store, ObjectName.ofObject(sha256), what);
  }

  private Node node(String sha256) throws IOException {
    String name = ObjectName.ofObject(sha256);
    byte[] bytes;
    try {
      bytes = Stored.read(store, name, TreeFormat.MOST_BYTES);
    } catch (StoreProblem problem) {
      throw Stored.absenceIsDamage(problem, store, name, "the snapshot of tree " + tree);
    }
    if (!Sha256.of(bytes).equals(sha256)) {
      throw damaged(sha256, "is not what it was when it was stored");
    }
    try {
      return parse(new String(bytes, StandardCharsets.ISO_8859_1));
    } catch (IllegalArgumentException | ArithmeticException illegal) {
      throw damaged(sha256, "is no node of a tree");
    }
  }

  private static Node parse(String text) {
    require(text.endsWith("\n"));
    String[] lines = text.substring(0, text.length() - 1).split("\n", -1);
    int level = level(lines[0]);
    List<Item> items = new ArrayList<>(lines.length - 1);
    long files = 0;
    long bytes = 0;
    KnowledgePath last = null;
    for (String line : List.of(lines).subList(1, lines.length)) {
      if (level == 0) {
        Entry entry = entry(line);
        files += entry.isFolder() ? 0 : 1;
        bytes = Math.addExact(bytes, entry.sizeBytes());
        items.add(new Leaf(entry));
      } else {
        Child child = child(line, level - 1);
        files = Math.addExact(files, child.files());
        bytes = Math.addExact(bytes, child.bytes());
        items.add(child);
      }
      KnowledgePath first = items.get(items.size() - 1).first();
      require(last == null || first.compareTo(last) > 0);
      last = first;
    }
    require(level == 0 || !items.isEmpty());
    return new Node(level, items, files, bytes);
  }

  private static int level(String header) {
    if (header.equals(TreeFormat.LEAF)) {
      return 0;
    }
    require(header.startsWith(TreeFormat.INNER));
    String level = header.substring(TreeFormat.INNER.length());
    require(LEVEL.matcher(level).matches());
    require(Integer.parseInt(level) <= TreeFormat.MOST_LEVELS);
    return Integer.parseInt(level);
  }

  private static Entry entry(String line) {
    Matcher folder = FOLDER.matcher(line);
    if (folder.matches()) {
      return checked(Entry.folder(new KnowledgePath(folder.group(1))));
    }
    Matcher file = FILE.matcher(line);
    require(file.matches());
    return checked(
        new Entry(
            new KnowledgePath(file.group(6)),
            Integer.parseInt(file.group(1), 8),
            Long.parseLong(file.group(2)),
            file.group(3),
            file.group(4).equals("-") ? "" : file.group(4),
            Long.parseLong(file.group(5))));
  }

  private static Entry checked(Entry entry) {
    require(EntryCheck.wrong(entry).isEmpty());
    return entry;
  }

  private static Child child(String line, int level) {
    Matcher child = CHILD.matcher(line);
    require(child.matches());
    return new Child(
        child.group(1),
        level,
        Long.parseLong(child.group(2)),
        Long.parseLong(child.group(3)),
        new KnowledgePath(child.group(4)));
  }

  private static void require(boolean legal) {
    if (!legal) {
      throw new IllegalArgumentException("not as a tree is written");
    }
  }
}
