package dev.berth.cli;

import dev.berth.cli.knowledge.DiffFacts;
import dev.berth.knowledge.crossing.FileReader;
import dev.berth.knowledge.crossing.KnowledgePath;
import dev.berth.knowledge.crossing.LeftOut;
import dev.berth.knowledge.crossing.Walk;
import dev.berth.knowledge.snapshot.Difference;
import dev.berth.knowledge.snapshot.Entry;
import dev.berth.knowledge.work.WorkingCopy;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Iterator;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What differs between a snapshot and a folder of this machine, as a push would see it. */
final class HomeChanges implements Walk.Visitor {

  /** What a push leaves as the last snapshot has it. */
  private static final Set<LeftOut.Reason> KEPT =
      Set.of(LeftOut.Reason.SECRET, LeftOut.Reason.CHANGING, LeftOut.Reason.UNREADABLE);

  private final Iterator<Entry> recorded;
  private final FileReader reader;
  private final DiffFacts.Tally tally;
  private @Nullable Entry next;

  private HomeChanges(Iterator<Entry> recorded, FileReader reader, DiffFacts.Tally tally) {
    this.recorded = recorded;
    this.reader = reader;
    this.tally = tally;
    advance();
  }

  /**
   * Counts what differs.
   *
   * @param recorded the snapshot's entries in the order of their names
   */
  static void count(Iterator<Entry> recorded, WorkingCopy copy, DiffFacts.Tally tally)
      throws IOException {
    try (ScratchFolder spool = ScratchFolder.in(Optional.empty(), false)) {
      FileReader reader =
          new FileReader(spool.path(), dev.berth.knowledge.work.Surroundings.LARGEST_FILE_BYTES);
      HomeChanges changes = new HomeChanges(recorded, reader, tally);
      Walk.over(copy.home(), copy.declared(), changes);
      while (changes.next != null) {
        changes.gone(changes.next);
      }
    }
  }

  @Override
  public void file(Walk.Seen seen) throws IOException {
    FileReader.Result read = reader.read(seen);
    if (read instanceof FileReader.Result.Skipped skipped) {
      leftOut(new LeftOut(seen.path(), skipped.why()));
    } else if (read instanceof FileReader.Result.Small small) {
      meet(entry(seen, small.content().length, small.sha256()));
    } else if (read instanceof FileReader.Result.Spooled spooled) {
      Files.delete(spooled.file());
      meet(entry(seen, spooled.sizeBytes(), spooled.sha256()));
    }
  }

  private static Entry entry(Walk.Seen seen, long sizeBytes, String sha256) {
    return new Entry(seen.path(), seen.mode(), sizeBytes, sha256, "", 0);
  }

  @Override
  public void folder(KnowledgePath emptyFolder) {
    meet(Entry.folder(emptyFolder));
  }

  @Override
  public void leftOut(LeftOut what) {
    tally.leaveOut();
    goneBefore(what.path());
    String below = what.path().text() + "/";
    while (KEPT.contains(what.why()) && next != null && isAtOrBelow(next, what.path(), below)) {
      advance();
    }
  }

  private static boolean isAtOrBelow(Entry entry, KnowledgePath path, String below) {
    return entry.path().equals(path) || entry.path().text().startsWith(below);
  }

  private void meet(Entry now) {
    goneBefore(now.path());
    Optional<Entry> before = Optional.ofNullable(next).filter(e -> e.path().equals(now.path()));
    if (before.isPresent()) {
      advance();
    }
    if (before.isEmpty() || !before.get().sameAs(now)) {
      tally.add(new Difference(before, Optional.of(now)));
    }
  }

  private void goneBefore(KnowledgePath path) {
    while (next != null && next.path().compareTo(path) < 0) {
      gone(next);
    }
  }

  private void gone(Entry entry) {
    tally.add(new Difference(Optional.of(entry), Optional.empty()));
    advance();
  }

  private void advance() {
    next = recorded.hasNext() ? recorded.next() : null;
  }
}
