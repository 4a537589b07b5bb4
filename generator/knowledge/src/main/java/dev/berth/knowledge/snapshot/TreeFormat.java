package dev.berth.knowledge.snapshot;

import dev.berth.knowledge.crossing.KnowledgePath;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * The text of a tree's nodes, and where one node ends and the next begins.
 *
 * <pre>
 * berth-leaf 1
 * d workspace/empty
 * f 644 12 SHA-256-OF-CONTENT SHA-256-OF-OBJECT 4096 workspace/notes.md
 *
 * berth-inner 1 LEVEL
 * n SHA-256-OF-NODE FILES BYTES workspace/first-name-below-it
 * </pre>
 *
 * <p>An inner node's level is one more than its children's; a leaf's is 0. Nodes end where the
 * names in them say so, and nothing else has a say: the same names are cut in the same places, and
 * a name that is added or removed moves the cuts near it only (content-defined chunking, as in
 * rsync and casync).
 */
final class TreeFormat {

  static final String LEAF = "berth-leaf 1";
  static final String INNER = "berth-inner 1 ";

  /** The most levels of inner nodes; each level has half as many nodes or fewer. */
  static final int MOST_LEVELS = 31;

  /** The most bytes of a node that is read; those that are written stay below a quarter of it. */
  static final int MOST_BYTES = 256 * 1024;

  /** A node that would weigh more than this is ended before. */
  static final int MOST_WEIGHT = 64 * 1024;

  /**
   * What a line may have besides its name, at most: the digits of a size must not move a cut, or a
   * file that grows would change more than its own leaf.
   */
  private static final int WEIGHT_OF_REST = 192;

  /** One name in so many, on average, is the last of its node: two of 256 bytes. */
  private static final int ENDING_BYTES = 2;

  private TreeFormat() {}

  static String line(Entry entry) {
    if (entry.isFolder()) {
      return "d " + entry.path().text() + "\n";
    }
    return String.format(
        Locale.ROOT,
        "f %03o %d %s %s %d %s\n",
        entry.mode(),
        entry.sizeBytes(),
        entry.content(),
        entry.object().isEmpty() ? "-" : entry.object(),
        entry.offset(),
        entry.path().text());
  }

  static String line(Node.Child child) {
    return "n "
        + child.sha256()
        + " "
        + child.files()
        + " "
        + child.bytes()
        + " "
        + child.first().text()
        + "\n";
  }

  static String header(int level) {
    return (level == 0 ? LEAF : INNER + level) + "\n";
  }

  static int weight(KnowledgePath first) {
    return WEIGHT_OF_REST + first.text().length();
  }

  /**
   * Whether a node of this level ends after the item of this name.
   *
   * <p>Each level asks another byte. With one byte for all, a name that ends a leaf would be alone
   * in its node on every level above, and the tree would have no root.
   */
  static boolean ends(int level, KnowledgePath first) {
    byte[] digest = Sha256.digest().digest(first.text().getBytes(StandardCharsets.US_ASCII));
    return (digest[level] & 0xff) < ENDING_BYTES;
  }
}
