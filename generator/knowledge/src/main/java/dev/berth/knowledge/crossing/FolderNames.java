package dev.berth.knowledge.crossing;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

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
   * The first names after {@code after}.
   *
   * @param folder what to read; null when there is no such folder, only the names beside it
   * @param beside names that count as if they were in the folder
   * @param mostBytes how long a name may be
   */
  static FolderNames after(
      String after,
      @Nullable DirectoryStream<Path> folder,
      Collection<String> beside,
      int mostBytes,
      int batch)
      throws IOException {
    Smallest smallest = new Smallest(after, batch);
    boolean tooLong = false;
    try {
      if (folder != null) {
        for (Path each : folder) {
          String name = FileName.encoded(each.getFileName());
          boolean fits = FileName.lengthBytes(name) <= mostBytes;
          tooLong |= !fits;
          if (fits && !beside.contains(name)) {
            smallest.offer(name);
          }
        }
      }
    } catch (DirectoryIteratorException broken) {
      throw broken.getCause();
    }
    beside.forEach(smallest::offer);
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
