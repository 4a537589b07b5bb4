package dev.berth.knowledge.work;

import dev.berth.knowledge.crossing.FileReader;
import dev.berth.knowledge.crossing.LeftOut;
import dev.berth.knowledge.snapshot.Entry;
import dev.berth.knowledge.snapshot.Packs;
import dev.berth.knowledge.snapshot.Repository;
import dev.berth.knowledge.snapshot.TreeWriter;
import dev.berth.knowledge.snapshot.Uploads;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Stores the content and the tree of a working copy. Afterwards everything the tree names is in the
 * store, and no snapshot names the tree yet.
 */
final class Upload implements Scan.Listener {

  /** As many objects are on the way at once. */
  static final int PARALLEL = 4;

  /**
   * What is stored now.
   *
   * @param tree its root
   * @param files how many the tree holds
   * @param bytes what they hold
   */
  record Stored(String tree, long files, long bytes, long sentFiles, long sentBytes) {}

  private final Uploads uploads;
  private final Packs packs;
  private final Index.Writer lines;
  private final Tally tally;
  private final Progress progress;
  private long files;
  private long bytes;
  private long sentFiles;

  private Upload(Uploads uploads, Index.Writer lines, Tally tally, Progress progress) {
    this.uploads = uploads;
    this.packs = new Packs(uploads);
    this.lines = lines;
    this.tally = tally;
    this.progress = progress;
  }

  /**
   * Stores what differs from the index, and writes a new index. A scan that finds nothing different
   * asks the store for nothing.
   *
   * @param indexed the tree that the index stands for
   * @param storedTree a tree whose nodes need not be sent again; empty for none
   */
  static Stored run(
      WorkingCopy copy,
      LocalState state,
      Repository repository,
      Surroundings around,
      String indexed,
      String storedTree,
      Tally tally)
      throws IOException {
    Path waiting = state.scratch("waiting");
    String url = repository.store().url();
    Progress progress = around.progress();
    try (Uploads uploads =
        new Uploads(repository.store(), PARALLEL, bytes -> progress.moved(0, bytes))) {
      Upload upload;
      List<String> names;
      try (Index.Writer lines = new Index.Writer(waiting, url)) {
        upload = new Upload(uploads, lines, tally, progress);
        Scan.over(copy, state, Spool.reader(state, around), Set.of(), upload);
        names = upload.packs.finish();
        lines.complete(indexed);
      }
      if (tally.nothing()) {
        // Only what the disk says of the files is new.
        Files.move(waiting, state.index(), StandardCopyOption.ATOMIC_MOVE);
        return upload.stored(indexed);
      }
      Set<String> nodes = storedTree.isEmpty() ? Set.of() : repository.nodes(storedTree);
      TreeWriter tree = new TreeWriter(uploads, nodes);
      try (Index.Reader all = new Index.Reader(waiting);
          Index.Writer index = new Index.Writer(state.index(), url)) {
        while (all.hasNext()) {
          IndexLine line = named(all.next(), names);
          index.add(line);
          tree.add(line.entry());
        }
        TreeWriter.Tree written = tree.finish();
        // The index says what the store has: so the store comes first.
        uploads.finish();
        index.complete(written.root());
        return upload.stored(written.root());
      }
    } finally {
      Files.deleteIfExists(waiting);
    }
  }

  private static IndexLine named(IndexLine line, List<String> names) {
    if (line.pack() < 0) {
      return line;
    }
    Entry entry = line.entry();
    Entry placed =
        new Entry(
            entry.path(),
            entry.mode(),
            entry.sizeBytes(),
            entry.content(),
            names.get(line.pack()),
            entry.offset());
    return new IndexLine(placed, line.stat(), -1);
  }

  private Stored stored(String tree) {
    return new Stored(tree, files, bytes, sentFiles, uploads.sentBytes());
  }

  @Override
  public void same(IndexLine line) throws IOException {
    count(line.entry());
    lines.add(line);
  }

  private void count(Entry entry) {
    files += entry.isFolder() ? 0 : 1;
    bytes += entry.sizeBytes();
  }

  @Override
  public void changed(
      Entry now, IndexLine.Stat stat, FileReader.Result read, Optional<Entry> before)
      throws IOException {
    tally.changed(before.isEmpty());
    count(now);
    lines.add(line(now, stat, read, before));
  }

  private IndexLine line(
      Entry now, IndexLine.Stat stat, FileReader.Result read, Optional<Entry> before)
      throws IOException {
    if (now.isFolder()) {
      return IndexLine.of(now);
    }
    boolean modeAlone = before.filter(entry -> entry.content().equals(now.content())).isPresent();
    if (read instanceof FileReader.Result.Small small) {
      if (modeAlone) {
        return new IndexLine(at(now, before.get()), stat, -1);
      }
      moved();
      if (small.content().length == 0) {
        return new IndexLine(now, stat, -1);
      }
      Packs.Place place = packs.add(small.content());
      Entry placed =
          new Entry(now.path(), now.mode(), now.sizeBytes(), now.content(), "", place.offset());
      return new IndexLine(placed, stat, place.pack());
    }
    FileReader.Result.Spooled spooled = (FileReader.Result.Spooled) read;
    if (modeAlone) {
      Files.deleteIfExists(spooled.file());
      return new IndexLine(at(now, before.get()), stat, -1);
    }
    moved();
    uploads.store(spooled.sha256(), spooled.file(), spooled.sizeBytes());
    return new IndexLine(now, stat, -1);
  }

  private void moved() {
    sentFiles++;
    progress.moved(1, 0);
  }

  private static Entry at(Entry now, Entry before) {
    return new Entry(
        now.path(), now.mode(), now.sizeBytes(), now.content(), before.object(), before.offset());
  }

  @Override
  public void removed(Entry before) {
    tally.removed();
  }

  @Override
  public void leftOut(LeftOut what) {
    tally.leftOut(what);
  }
}
