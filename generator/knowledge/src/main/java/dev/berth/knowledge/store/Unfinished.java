package dev.berth.knowledge.store;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** The files of a folder store that are being written, in a folder that no listing shows. */
final class Unfinished {

  /** No object has a name with this character. */
  static final String FOLDER = "~unfinished";

  /** A file that nobody has written to for so long was left by a crash. */
  static final Duration ABANDONED = Duration.ofDays(1);

  private final Path folder;
  private final Clock clock;
  private final AtomicBoolean swept = new AtomicBoolean();

  Unfinished(Path root, Clock clock) {
    this.folder = root.resolve(FOLDER);
    this.clock = clock;
  }

  /** Where a new file is written; its folder exists. */
  Path newFile(String name) throws IOException {
    try {
      Files.createDirectory(folder);
    } catch (FileAlreadyExistsException exists) {
      if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
        throw exists;
      }
    }
    return folder.resolve(name);
  }

  /** Removes what crashes left, once in the life of a store. */
  void sweepOnce() throws IOException {
    if (!swept.compareAndSet(false, true)
        || !Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    Instant oldest = clock.instant().minus(ABANDONED);
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        sweep(file, oldest);
      }
    }
  }

  private static void sweep(Path file, Instant oldest) throws IOException {
    try {
      if (Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS).toInstant().isBefore(oldest)) {
        Files.deleteIfExists(file);
      }
    } catch (NoSuchFileException finished) {
      // Another process has just made an object of it.
    }
  }

  /** Removes a file once it is linked or given up; one that stays is swept a day later. */
  void remove(@Nullable Path file) {
    if (file == null) {
      return;
    }
    try {
      Files.deleteIfExists(file);
    } catch (IOException left) {
      // Told to nobody: the object itself is stored or its failure is being told.
    }
  }
}
