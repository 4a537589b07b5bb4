package dev.berth.knowledge.snapshot;

import java.util.Locale;
import java.util.regex.Pattern;

/** How the objects of a repository are named in its store. */
public final class ObjectName {

  /** Before the records of snapshots. */
  public static final String SNAPSHOTS = "snapshots/";

  /** Before the records of copies that were kept beside. */
  public static final String BESIDE = "beside/";

  /** Before content and tree nodes. */
  public static final String OBJECTS = "objects/";

  /** The largest number of a snapshot: one a second for three centuries. */
  static final long LARGEST_NUMBER = 9_999_999_998L;

  private static final long COUNTED_DOWN_FROM = LARGEST_NUMBER + 1;
  private static final int TREE_DIGITS = 16;
  private static final Pattern RECORD =
      Pattern.compile(SNAPSHOTS + "[0-9]{10}|" + BESIDE + "[0-9]{10}-[0-9a-f]{16}");

  private ObjectName() {}

  /**
   * The record of a snapshot.
   *
   * @param number from 1
   */
  public static String ofSnapshot(long number) {
    return SNAPSHOTS + countedDown(number);
  }

  /**
   * The record of a copy; made of what it is, not of who kept it or when: the same copy has one
   * name.
   */
  public static String ofBeside(Snapshot copy) {
    return ofBeside(copy.parent(), copy.tree());
  }

  static String ofBeside(long parent, String tree) {
    return BESIDE + countedDown(parent) + "-" + tree.substring(0, TREE_DIGITS);
  }

  /**
   * Content or a tree node.
   *
   * @param sha256 64 hexadecimal digits
   */
  public static String ofObject(String sha256) {
    if (!Sha256.isOne(sha256)) {
      throw new IllegalArgumentException("not a SHA-256: " + sha256);
    }
    return OBJECTS + sha256.substring(0, 2) + "/" + sha256;
  }

  /** Whether this is the name of a record; whoever may write to a store may make any name. */
  static boolean isRecord(String name) {
    return RECORD.matcher(name).matches();
  }

  private static String countedDown(long number) {
    if (number < 0 || number > LARGEST_NUMBER) {
      throw new IllegalArgumentException("not the number of a snapshot: " + number);
    }
    return String.format(Locale.ROOT, "%010d", COUNTED_DOWN_FROM - number);
  }
}
