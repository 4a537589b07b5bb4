package dev.berth.knowledge.crossing;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * The next names of one folder, encoded and in order; a folder of any size takes the memory of one
 * batch.
 *
 * @param names in order
 * @param more whether names were left for the next batch
 * @param tooLong whether a name was met whose whole length no name may have
 */
record FolderNames(ArrayDeque<String> names, boolean more, boolean tooLong) {

  /** About 1 MiB of usual names. */
  static final int BATCH = 16_384;

  /**
   * Which names.
   *
   * @param after only those that come after this one
   * @param beside names that count as if they were in the folder; a handful
   * @param mostBytes how long a name may be
   * @param batch how many at most
   */
  record Wanted(String after, Set<String> beside, int mostBytes, int batch) {}

  /** The first of the names that are wanted. */
  static FolderNames of(Iterable<Path> folder, Wanted wanted) throws IOException {
    Smallest smallest = new Smallest(wanted.after(), wanted.batch());
    boolean tooLong = false;
    try {
      for (Path each : folder) {
        String name = FileName.encoded(each.getFileName());
        boolean fits = FileName.lengthBytes(name) <= wanted.mostBytes();
        tooLong |= !fits;
        if (fits && !wanted.beside().contains(name)) {
          smallest.offer(name);
        }
      }
    } catch (DirectoryIteratorException broken) {
      throw broken.getCause();
    }
    wanted.beside().forEach(smallest::offer);
    return new FolderNames(smallest.inOrder(), smallest.more, tooLong);
  }

  /** Keeps the smallest names of all it is offered. */
  private static final class Smallest {
    private final String after;
    private final int batch;
    private final PriorityQueue<String> largestFirst =
        new PriorityQueue<>(Comparator.reverseOrder());
    private boolean more;

    Smallest(String after, int batch) {
      this.after = after;
      this.batch = batch;
    }

    void offer(String name) {
      if (name.compareTo(after) <= 0) {
        return;
      }
      largestFirst.add(name);
      if (largestFirst.size() > batch) {
        largestFirst.remove();
        more = true;
      }
    }

    ArrayDeque<String> inOrder() {
      ArrayDeque<String> names = new ArrayDeque<>(largestFirst.size());
      while (!largestFirst.isEmpty()) {
        names.addFirst(largestFirst.remove());
      }
      return names;
    }
  }
}
