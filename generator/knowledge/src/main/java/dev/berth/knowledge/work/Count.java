package dev.berth.knowledge.work;

import dev.berth.knowledge.crossing.FileReader;
import dev.berth.knowledge.crossing.KnowledgePath;
import dev.berth.knowledge.crossing.LeftOut;
import dev.berth.knowledge.snapshot.Entry;
import dev.berth.knowledge.snapshot.Snapshot;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What differs from the index, counted and not sent. */
final class Count implements Scan.Listener {

  private final Tally tally = new Tally();
  private final @Nullable BufferedWriter names;
  private long files;
  private long bytes;
  private long newFiles;
  private long newBytes;

  private Count(@Nullable BufferedWriter names) {
    this.names = names;
  }

  static Count of(
      WorkingCopy copy, LocalState state, Surroundings around, Set<KnowledgePath> ignored)
      throws IOException {
    Count count = new Count(null);
    Scan.over(copy, state, Spool.reader(state, around), ignored, count);
    return count;
  }

  /**
   * The same, and writes the names of what does not cross to a file, a line each: there may be more
   * than memory holds.
   */
  static Count of(
      WorkingCopy copy,
      LocalState state,
      Surroundings around,
      Set<KnowledgePath> ignored,
      Path leftOut)
      throws IOException {
    try (BufferedWriter names = Files.newBufferedWriter(leftOut)) {
      Count count = new Count(names);
      Scan.over(copy, state, Spool.reader(state, around), ignored, count);
      return count;
    }
  }

  Tally tally() {
    return tally;
  }

  /** How many files are new, or have new bytes: what would be lost if they were written over. */
  long newFiles() {
    return newFiles;
  }

  long newBytes() {
    return newBytes;
  }

  /** Whether it is so much less than {@code stored} that it looks like a loss, not an edit. */
  boolean isTinyAgainst(Snapshot stored) {
    return TinyWorkspace.isTiny(files, bytes, stored);
  }

  @Override
  public void same(IndexLine line) {
    count(line.entry());
  }

  @Override
  public void changed(
      Entry now, IndexLine.Stat stat, FileReader.Result read, Optional<Entry> before)
      throws IOException {
    tally.changed(before.isEmpty());
    count(now);
    if (!now.isFolder()) {
      newFiles++;
      newBytes += now.sizeBytes();
    }
    if (read instanceof FileReader.Result.Spooled spooled) {
      Files.deleteIfExists(spooled.file());
    }
  }

  private void count(Entry entry) {
    files += entry.isFolder() ? 0 : 1;
    bytes += entry.sizeBytes();
  }

  @Override
  public void removed(Entry before) {
    tally.removed();
  }

  @Override
  public void leftOut(LeftOut what) throws IOException {
    tally.leftOut(what);
    if (names != null) {
      names.write(what.path().text() + "\n");
    }
  }
}
