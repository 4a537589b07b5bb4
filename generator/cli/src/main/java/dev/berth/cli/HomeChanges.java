package dev.berth.cli;

import dev.berth.cli.knowledge.DiffFacts;
import dev.berth.knowledge.snapshot.Entry;
import dev.berth.knowledge.work.WorkingCopy;
import java.io.IOException;
import java.util.Iterator;

/** What differs between a snapshot and a folder of this machine. */
record HomeChanges(Iterator<Entry> recorded, DiffFacts.Tally tally) {

  void in(WorkingCopy copy) throws IOException {
    throw new IOException(copy.home() + ": a home is not compared yet");
  }
}
