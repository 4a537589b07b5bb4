package dev.berth.knowledge.work;

import dev.berth.knowledge.crossing.FileReader;
import dev.berth.knowledge.crossing.KnowledgePath;
import dev.berth.knowledge.crossing.LeftOut;
import dev.berth.knowledge.crossing.Walk;
import dev.berth.knowledge.snapshot.Entry;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;

/**
 * Walks a working copy beside its index, both in the order of paths, and says of each file what it
 * is now. Reads only what may have changed.
 */
final class Scan implements Walk.Visitor {

  /** Hears of every file in the order of paths. */
  interface Listener {

    /** It is what it was. */
    void same(IndexLine line) throws IOException;

    /** It is new, or its bytes or mode are. */
    void changed(Entry now, IndexLine.Stat stat, FileReader.Result read, Optional<Entry> before)
        throws IOException;

    /** It is not there any more. */
    void removed(Entry before) throws IOException;

    /** It does not cross. Its last version, if there is one, was told as the same. */
    void leftOut(LeftOut what) throws IOException;
  }

  /** A file that was last changed this close to now may change again without it showing. */
  private static final long UNSURE_NANOS = 2_000_000_000L;

  /** Files whose last version is still worth having: they are there, but cannot be taken as is. */
  private static final Set<LeftOut.Reason> KEEP_LAST =
      Set.of(
          LeftOut.Reason.SECRET,
          LeftOut.Reason.TOO_LARGE,
          LeftOut.Reason.CHANGING,
          LeftOut.Reason.UNREADABLE);

  private static final KnowledgePath WORKSPACE = KnowledgePath.of("workspace");

  private final Index.Reader index;
  private final FileReader reader;
  private final long sure;
  private final Set<KnowledgePath> ignored;
  private final Listener listener;

  private Scan(
      Index.Reader index,
      FileReader reader,
      long sure,
      Set<KnowledgePath> ignored,
      Listener listener) {
    this.index = index;
    this.reader = reader;
    this.sure = sure;
    this.ignored = ignored;
    this.listener = listener;
  }

  /**
   * @param ignored paths that are not looked at, neither here nor in the index
   */
  static void over(
      WorkingCopy copy,
      LocalState state,
      FileReader reader,
      Set<KnowledgePath> ignored,
      Listener listener)
      throws IOException {
    long sure = state.now() - UNSURE_NANOS;
    try (Index.Reader index = new Index.Reader(state.index())) {
      Scan scan = new Scan(index, reader, sure, ignored, listener);
      Walk.over(copy.home(), copy.declared(), scan);
      scan.passAll(null);
    }
  }

  @Override
  public void file(Walk.Seen seen) throws IOException {
    if (ignored.contains(seen.path())) {
      return;
    }
    Optional<IndexLine> before = lineOf(seen.path());
    if (seen.path().looksSecret()) {
      skip(new LeftOut(seen.path(), LeftOut.Reason.SECRET), before);
      return;
    }
    if (before.isPresent()
        && before.get().stat().isOf(seen)
        && before.get().entry().mode() == seen.mode()) {
      listener.same(before.get());
      return;
    }
    FileReader.Result read = reader.read(seen);
    if (read instanceof FileReader.Result.Skipped skipped) {
      skip(new LeftOut(seen.path(), skipped.why()), before);
      return;
    }
    IndexLine.Stat stat = IndexLine.Stat.of(seen, sure);
    Entry now = entry(seen, read);
    if (before.isPresent() && before.get().entry().sameAs(now)) {
      discard(read);
      listener.same(new IndexLine(before.get().entry(), stat, -1));
    } else {
      listener.changed(now, stat, read, before.map(IndexLine::entry));
    }
  }

  @Override
  public void folder(KnowledgePath empty) throws IOException {
    if (empty.equals(WORKSPACE)) {
      // It is there for every agent: a snapshot holds what is in it.
      return;
    }
    if (empty.looksSecret()) {
      leftOut(new LeftOut(empty, LeftOut.Reason.SECRET));
      return;
    }
    Optional<IndexLine> before = lineOf(empty);
    if (before.isPresent() && before.get().entry().isFolder()) {
      listener.same(before.get());
    } else {
      listener.changed(
          Entry.folder(empty),
          IndexLine.Stat.UNKNOWN,
          new FileReader.Result.Small(new byte[0], ""),
          before.map(IndexLine::entry));
    }
  }

  @Override
  public void leftOut(LeftOut what) throws IOException {
    skip(what, lineOf(what.path()));
    if (KEEP_LAST.contains(what.why())) {
      keepBelow(what.path());
    }
  }

  private void skip(LeftOut what, Optional<IndexLine> before) throws IOException {
    if (before.isPresent() && KEEP_LAST.contains(what.why())) {
      listener.same(IndexLine.of(before.get().entry()));
    } else if (before.isPresent()) {
      listener.removed(before.get().entry());
    }
    listener.leftOut(what);
  }

  /** A folder that cannot be looked into keeps all that it held. */
  private void keepBelow(KnowledgePath folder) throws IOException {
    String start = folder.text() + "/";
    passAll(start);
    IndexLine line = index.peek();
    while (line != null && line.entry().path().text().startsWith(start)) {
      listener.same(index.next());
      line = index.peek();
    }
  }

  /** The line of a path; files that come before it in the index are gone. */
  private Optional<IndexLine> lineOf(KnowledgePath path) throws IOException {
    passAll(path.text());
    IndexLine line = index.peek();
    return line != null && line.entry().path().equals(path)
        ? Optional.of(index.next())
        : Optional.empty();
  }

  private void passAll(@org.jspecify.annotations.Nullable String before) throws IOException {
    IndexLine line = index.peek();
    while (line != null && (before == null || line.entry().path().text().compareTo(before) < 0)) {
      index.next();
      if (!ignored.contains(line.entry().path())) {
        listener.removed(line.entry());
      }
      line = index.peek();
    }
  }

  private static Entry entry(Walk.Seen seen, FileReader.Result read) {
    if (read instanceof FileReader.Result.Small small) {
      return new Entry(seen.path(), seen.mode(), small.content().length, small.sha256(), "", 0);
    }
    if (read instanceof FileReader.Result.Spooled spooled) {
      return new Entry(
          seen.path(), seen.mode(), spooled.sizeBytes(), spooled.sha256(), spooled.sha256(), 0);
    }
    throw new IllegalArgumentException("a skipped file has no entry");
  }

  private static void discard(FileReader.Result read) throws IOException {
    if (read instanceof FileReader.Result.Spooled spooled) {
      java.nio.file.Files.deleteIfExists(spooled.file());
    }
  }
}
