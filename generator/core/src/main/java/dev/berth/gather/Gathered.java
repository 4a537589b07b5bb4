package dev.berth.gather;

import dev.berth.source.Refusal;
import dev.berth.source.SourceFile;
import dev.berth.source.Sources;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** What was found so far. */
final class Gathered {

  private final TreeMap<String, SourceFile> files = new TreeMap<>();
  private final List<Refusal> refused = new ArrayList<>();

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
    return new Sources(files, refused);
  }
}
