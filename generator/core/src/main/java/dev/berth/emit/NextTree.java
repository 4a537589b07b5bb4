package dev.berth.emit;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.Objects;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.stream.Stream;

/**
 * A tree that grows beside the folder whose place it is to take. Several threads may write to it;
 * what is left of it when it is closed goes.
 */
final class NextTree implements Closeable {

  /** Makes one file of the tree. */
  private interface Making {
    void at(Path target) throws IOException;
  }

  private final Path root;
  private final Path present;

  /** Held by every writer, and by the close: a writer whose sister failed may still be at work. */
  private final ReadWriteLock gate = new ReentrantReadWriteLock();

  private boolean closed;

  /**
   * @param root is made by the first file
   * @param present the folder as it is
   */
  NextTree(Path root, Path present) {
    this.root = root;
    this.present = present;
  }

  void write(String path, byte[] bytes) throws IOException {
    make(path, target -> Files.write(target, bytes, StandardOpenOption.CREATE_NEW));
  }

  /** Takes over a file of the present folder. */
  void keep(String path) throws IOException {
    Path file = present.resolve(path);
    make(
        path,
        target -> {
          try {
            Files.createLink(target, file);
          } catch (NoSuchFileException noFolder) {
            throw noFolder;
          } catch (IOException | UnsupportedOperationException noLinks) {
            Files.copy(file, target, NOFOLLOW_LINKS, StandardCopyOption.COPY_ATTRIBUTES);
          }
        });
  }

  /** Adds the manifest: the last file. */
  void seal(Manifest manifest) throws IOException {
    write(Manifest.NAME, manifest.bytes());
    // The manifest alone: forcing 60,000 files takes a minute, and a file that a loss of power
    // tore differs from its hash, so that the next run writes it again.
    try (FileChannel file =
        FileChannel.open(root.resolve(Manifest.NAME), StandardOpenOption.WRITE)) {
      file.force(true);
    }
  }

  void moveTo(Path folder) throws IOException {
    Files.move(root, folder, StandardCopyOption.ATOMIC_MOVE);
  }

  @Override
  public void close() throws IOException {
    gate.writeLock().lock();
    try {
      closed = true;
      delete(root);
    } finally {
      gate.writeLock().unlock();
    }
  }

  private void make(String path, Making file) throws IOException {
    gate.readLock().lock();
    try {
      if (closed) {
        throw new IOException(root + " is closed");
      }
      Path target = root.resolve(path);
      try {
        file.at(target);
      } catch (NoSuchFileException noFolder) {
        // Rarer than asking for it each time: most files have sisters.
        Files.createDirectories(Objects.requireNonNull(target.getParent()));
        file.at(target);
      }
    } finally {
      gate.readLock().unlock();
    }
  }

  /** Removes a tree, if it is there. */
  static void delete(Path tree) throws IOException {
    if (!Files.exists(tree, NOFOLLOW_LINKS)) {
      return;
    }
    try (Stream<Path> paths = Files.walk(tree)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
