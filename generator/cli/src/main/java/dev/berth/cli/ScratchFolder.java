package dev.berth.cli;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A folder for one command alone, which goes with it.
 *
 * @param keep whether it stays
 */
record ScratchFolder(Path path, boolean keep) implements AutoCloseable {

  /**
   * A new one, for its owner's eyes only.
   *
   * @param above the folder to make it in; empty for the machine's own place
   */
  static ScratchFolder in(Optional<Path> above, boolean keep) throws IOException {
    String prefix = "berth-";
    return new ScratchFolder(
        above.isPresent()
            ? Files.createTempDirectory(above.get(), prefix)
            : Files.createTempDirectory(prefix),
        keep);
  }

  @Override
  public void close() throws IOException {
    if (keep) {
      return;
    }
    Files.walkFileTree(
        path,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes about)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException thrown)
              throws IOException {
            if (thrown != null) {
              throw thrown;
            }
            Files.delete(folder);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
