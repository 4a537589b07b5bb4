package dev.berth.local.supervise;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Files and folders that nobody but their owner may look into. On a file system that knows no modes
 * they are as private as its mount makes them.
 */
final class PrivateFiles {

  static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwx------");
  static final Set<PosixFilePermission> OWN = PosixFilePermissions.fromString("rw-------");
  static final Set<PosixFilePermission> READ_ONLY = PosixFilePermissions.fromString("r--------");

  /** All that is kept in one of these is a few lines; what is longer was not written by us. */
  private static final long LONGEST_BYTES = 1 << 20;

  private PrivateFiles() {}

  /** Makes a folder, and those above it, with the mode 0700; one that is there is given it. */
  static Path folder(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      try {
        Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(FOLDER));
      } catch (UnsupportedOperationException noModes) {
        Files.createDirectories(folder);
      }
    }
    mode(folder, FOLDER);
    return folder;
  }

  /**
   * Writes a file: whole or not at all, and with its mode from the first byte on.
   *
   * @param mode what it has in the end
   */
  static void write(Path file, byte[] bytes, Set<PosixFilePermission> mode) throws IOException {
    // Of this process and thread alone: another may write the same file now.
    Path fresh =
        file.resolveSibling(
            ".%s.%d-%d.new"
                .formatted(
                    file.getFileName(),
                    ProcessHandle.current().pid(),
                    Thread.currentThread().getId()));
    Files.deleteIfExists(fresh);
    Set<StandardOpenOption> options =
        EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    try (var channel = Files.newByteChannel(fresh, options, attributes(fresh))) {
      ByteBuffer left = ByteBuffer.wrap(bytes);
      while (left.hasRemaining()) {
        channel.write(left);
      }
    } catch (IOException notWhole) {
      Files.deleteIfExists(fresh);
      throw notWhole;
    }
    mode(fresh, mode);
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
  }

  static void write(Path file, String text, Set<PosixFilePermission> mode) throws IOException {
    write(file, text.getBytes(StandardCharsets.UTF_8), mode);
  }

  /** Makes an empty file, unless there is one, which is given the mode 0600. */
  static void touch(Path file) throws IOException {
    try {
      Files.createFile(file, attributes(file));
    } catch (FileAlreadyExistsException there) {
      mode(file, OWN);
    }
  }

  /** What a file holds, without white space at its ends; empty when it is missing or too long. */
  static Optional<String> read(Path file) throws IOException {
    try {
      return Files.size(file) > LONGEST_BYTES
          ? Optional.empty()
          : Optional.of(new String(Files.readAllBytes(file), StandardCharsets.UTF_8).strip());
    } catch (NoSuchFileException missing) {
      return Optional.empty();
    }
  }

  /** How a new file of this folder is made private from its first byte on. */
  static FileAttribute<?>[] attributes(Path file) {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWN)}
        : new FileAttribute<?>[0];
  }

  /** Gives a file or folder its mode, where there are modes. */
  static void mode(Path file, Set<PosixFilePermission> mode) throws IOException {
    try {
      if (!Files.getPosixFilePermissions(file).equals(mode)) {
        Files.setPosixFilePermissions(file, mode);
      }
    } catch (UnsupportedOperationException noModes) {
      return;
    } catch (FileSystemException refused) {
      // A mounted FAT or network disk shows modes and lets nobody set them; one of another owner
      // does not let us write either, which is told where that is tried.
      if (!Files.isWritable(file)) {
        throw refused;
      }
    }
  }

  /** Removes a folder and all below it; no link is followed. */
  static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(
              Path each, @org.jspecify.annotations.Nullable IOException unread) throws IOException {
            Files.delete(each);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
