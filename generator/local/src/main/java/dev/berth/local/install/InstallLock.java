package dev.berth.local.install;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One install of a thing at a time on this machine. The kernel holds it, so that a process which
 * was killed holds nothing.
 */
final class InstallLock implements AutoCloseable {

  private static final long MILLISECONDS_BETWEEN_TRIES = 200;

  private final FileChannel file;

  @SuppressWarnings("UnusedVariable") // Held, not read.
  private final FileLock held;

  private InstallLock(FileChannel file, FileLock held) {
    this.file = file;
    this.held = held;
  }

  /**
   * Waits until no other install of the same thing runs.
   *
   * @param at the file to lock; it is made, and stays
   * @param wanted in the user's words, e.g. {@code OpenClaw 2026.9.6}
   * @param progress is told once that it waits
   */
  static InstallLock taken(Path at, String wanted, Consumer<String> progress)
      throws IOException, InterruptedException {
    Files.createDirectories(at.getParent());
    FileChannel file = FileChannel.open(at, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      boolean told = false;
      while (true) {
        FileLock lock = tried(file);
        if (lock != null) {
          return new InstallLock(file, lock);
        }
        if (!told) {
          progress.accept("Another run installs " + wanted + "; waiting for it");
          told = true;
        }
        Thread.sleep(MILLISECONDS_BETWEEN_TRIES);
      }
    } catch (IOException | InterruptedException | RuntimeException failed) {
      file.close();
      throw failed;
    }
  }

  private static @Nullable FileLock tried(FileChannel file) throws IOException {
    try {
      return file.tryLock();
    } catch (OverlappingFileLockException anotherThreadOfThisProcess) {
      return null;
    }
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
