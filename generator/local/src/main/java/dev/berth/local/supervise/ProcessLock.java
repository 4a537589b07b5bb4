package dev.berth.local.supervise;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A lock that ends with the process that holds it, whatever ends that: after a crash or a reboot
 * nothing is left of it but an empty file.
 */
final class ProcessLock implements AutoCloseable {

  private final FileChannel channel;
  private final @Nullable FileLock lock;

  private ProcessLock(FileChannel channel, @Nullable FileLock lock) {
    this.channel = channel;
    this.lock = lock;
  }

  /** Takes it, or sees that another process or another part of this one has it. */
  static ProcessLock take(Path file) throws IOException {
    FileChannel channel =
        FileChannel.open(
            file,
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
            PrivateFiles.attributes(file));
    try {
      return new ProcessLock(channel, channel.tryLock());
    } catch (OverlappingFileLockException ofThisProcess) {
      return new ProcessLock(channel, null);
    } catch (IOException failed) {
      channel.close();
      throw failed;
    }
  }

  boolean isTaken() {
    return lock != null;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
