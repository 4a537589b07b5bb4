package dev.berth.knowledge.work;

import dev.berth.knowledge.crossing.KnowledgePath;
import dev.berth.knowledge.crossing.LeftOut;
import dev.berth.knowledge.crossing.Walk;
import dev.berth.knowledge.snapshot.Snapshot;
import java.io.IOException;

/**
 * How much there is to push, by size alone. An empty disk must not become the newest snapshot
 * unasked.
 */
final class TinyWorkspace implements Walk.Visitor {

  /** Below these a snapshot is so small that losing most of it is an ordinary edit. */
  private static final long FEW_FILES = 10;

  private static final long FEW_BYTES = 64 * 1024;

  /** Suddenly tiny: fewer than one file in five, or one byte in ten, is left. */
  private static final long LEAST_FILES_OF = 5;

  private static final long LEAST_BYTES_OF = 10;

  private long files;
  private long bytes;

  private TinyWorkspace() {}

  static TinyWorkspace measure(WorkingCopy copy) throws IOException {
    TinyWorkspace measured = new TinyWorkspace();
    Walk.over(copy.home(), copy.declared(), measured);
    return measured;
  }

  /** Whether this is so much less than {@code stored} that somebody must say it is meant. */
  static boolean isTiny(long files, long bytes, Snapshot stored) {
    return (files == 0 && stored.files() > 0)
        || (stored.files() >= FEW_FILES && files * LEAST_FILES_OF < stored.files())
        || (stored.bytes() >= FEW_BYTES && bytes * LEAST_BYTES_OF < stored.bytes());
  }

  void refuse(Snapshot stored, String mend) throws Refused {
    if (isTiny(files, bytes, stored)) {
      throw new Refused(
          Refused.Code.TINY_WORKSPACE,
          "the workspace holds %d files of %d bytes, and snapshot %d holds %d of %d"
              .formatted(files, bytes, stored.number(), stored.files(), stored.bytes()),
          mend);
    }
  }

  @Override
  public void file(Walk.Seen seen) {
    files++;
    bytes += seen.sizeBytes();
  }

  @Override
  public void folder(KnowledgePath empty) {}

  @Override
  public void leftOut(LeftOut what) {}
}
