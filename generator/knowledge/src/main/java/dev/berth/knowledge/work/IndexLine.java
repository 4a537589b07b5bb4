package dev.berth.knowledge.work;

import dev.berth.knowledge.crossing.KnowledgePath;
import dev.berth.knowledge.crossing.Walk;
import dev.berth.knowledge.snapshot.Entry;

/**
 * A file as it was when it was last read, and where the store has it.
 *
 * @param stat by which an unchanged file is known without reading it
 * @param pack the number of the pack it waits in, whose name is not known yet; -1 for none
 */
record IndexLine(Entry entry, Stat stat, int pack) {

  /**
   * What a file system says of a file; changes whenever the file does.
   *
   * @param inode 0 when the file must be read again to know
   */
  record Stat(long sizeBytes, long modifiedNanos, long changedNanos, long inode) {

    static final Stat UNKNOWN = new Stat(0, 0, 0, 0);

    /**
     * @param sure a file that changed at this time or later may change again without it showing, as
     *     the disk's clock ticks only so often: it is read again
     */
    static Stat of(Walk.Seen seen, long sure) {
      return seen.changedNanos() >= sure || seen.modifiedNanos() >= sure
          ? UNKNOWN
          : new Stat(seen.sizeBytes(), seen.modifiedNanos(), seen.changedNanos(), seen.inode());
    }

    boolean isOf(Walk.Seen seen) {
      return inode != 0
          && inode == seen.inode()
          && sizeBytes == seen.sizeBytes()
          && modifiedNanos == seen.modifiedNanos()
          && changedNanos == seen.changedNanos();
    }
  }

  static IndexLine of(Entry entry) {
    return new IndexLine(entry, Stat.UNKNOWN, -1);
  }

  String text() {
    if (entry.isFolder()) {
      return "d " + entry.path().text();
    }
    String object = pack >= 0 ? "#" + pack : entry.object().isEmpty() ? "-" : entry.object();
    return "f %s %d %d %d %d %s %s %d %s"
        .formatted(
            Integer.toOctalString(entry.mode()),
            entry.sizeBytes(),
            stat.modifiedNanos(),
            stat.changedNanos(),
            stat.inode(),
            entry.content(),
            object,
            entry.offset(),
            entry.path().text());
  }

  /**
   * @throws IllegalArgumentException when it is no such line
   */
  static IndexLine parse(String text) {
    String[] words = text.split(" ", -1);
    if (words.length == 2 && words[0].equals("d")) {
      return of(Entry.folder(new KnowledgePath(words[1])));
    }
    if (words.length != 10 || !words[0].equals("f")) {
      throw new IllegalArgumentException("not a line of an index");
    }
    long size = Long.parseLong(words[2]);
    boolean waits = words[7].startsWith("#");
    String object = waits || words[7].equals("-") ? "" : words[7];
    Entry entry =
        new Entry(
            new KnowledgePath(words[9]),
            Integer.parseInt(words[1], 8),
            size,
            words[6],
            object,
            Long.parseLong(words[8]));
    Stat stat =
        new Stat(
            size, Long.parseLong(words[3]), Long.parseLong(words[4]), Long.parseLong(words[5]));
    return new IndexLine(entry, stat, waits ? Integer.parseInt(words[7].substring(1)) : -1);
  }
}
