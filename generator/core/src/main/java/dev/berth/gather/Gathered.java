package dev.berth.gather;

import dev.berth.source.Refusal;
import dev.berth.source.SourceFile;
import dev.berth.source.Sources;
import java.util.List;
import java.util.Queue;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;

/** What was found so far, by several threads; the order of finding it does not show. */
final class Gathered {

  private final SortedMap<String, SourceFile> files = new ConcurrentSkipListMap<>();
  private final Queue<Refusal> refused = new ConcurrentLinkedQueue<>();

  void add(SourceFile file) {
    files.put(file.path(), file);
  }

  void refuse(String path, Refusal.Reason reason) {
    refused.add(new Refusal(path, reason, 0));
  }

  void refuse(Refusal refusal) {
    refused.add(refusal);
  }

  Sources sources() {
    return new Sources(files, List.copyOf(refused));
  }
}
