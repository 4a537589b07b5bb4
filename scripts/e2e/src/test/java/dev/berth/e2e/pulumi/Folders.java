package dev.berth.e2e.pulumi;

import dev.berth.deploy.pulumi.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What the lane does around Pulumi. */
final class Folders {

  private Folders() {}

  static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    List<Path> all;
    try (Stream<Path> walk = Files.walk(folder)) {
      all = walk.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : all) {
      Files.delete(path);
    }
  }

  static Map<String, Integer> without(Outcome.Done done, String operation) {
    Map<String, Integer> changes = new TreeMap<>(done.changes());
    changes.remove(operation);
    return changes;
  }

  /** As {@code kill -9} does: of the engines this JVM started. */
  static void killEngines() {
    try {
      // The engine notes an operation just after it says that it starts: well within the stand-in's
      // delay, so that nothing is made and not noted.
      Thread.sleep(400);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
    ProcessHandle.current()
        .children()
        .filter(child -> child.info().command().orElse("").endsWith("/pulumi"))
        .forEach(ProcessHandle::destroyForcibly);
  }
}
