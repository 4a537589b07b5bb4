package dev.berth.cli;

import dev.berth.cli.knowledge.Change;
import dev.berth.cli.knowledge.DiffFacts;
import dev.berth.knowledge.snapshot.Repository;
import dev.berth.knowledge.snapshot.Snapshot;
import dev.berth.knowledge.work.WorkingCopy;
import java.io.IOException;
import java.util.Iterator;

/** What differs between two snapshots, or between one and a folder. */
final class KnowledgeChanges {

  private KnowledgeChanges() {}

  static Iterator<Change> between(Repository repository, Snapshot before, Snapshot after) {
    throw new UnsupportedOperationException(repository + " " + before + after);
  }

  static void since(Repository repository, Snapshot before, WorkingCopy copy, DiffFacts.Tally tally)
      throws IOException {
    throw new UnsupportedOperationException(repository + " " + before + copy + tally);
  }
}
