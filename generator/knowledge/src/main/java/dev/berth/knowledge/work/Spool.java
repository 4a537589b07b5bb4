package dev.berth.knowledge.work;

import dev.berth.knowledge.crossing.FileReader;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where a large file is copied to before it is sent, so that it cannot change on the way. */
final class Spool {

  private Spool() {}

  /** A reader with an empty spool folder: what a killed process left there is removed. */
  static FileReader reader(LocalState state, Surroundings around) throws IOException {
    Path folder = Files.createDirectories(state.scratch("spool"));
    try (DirectoryStream<Path> left = Files.newDirectoryStream(folder)) {
      for (Path each : left) {
        Files.delete(each);
      }
    }
    return new FileReader(folder, around.largestFileBytes());
  }
}
