package dev.berth.knowledge.work;

import dev.berth.knowledge.crossing.Crossing;
import dev.berth.knowledge.crossing.KnowledgePath;
import dev.berth.knowledge.snapshot.Entry;
import dev.berth.knowledge.snapshot.Repository;
import dev.berth.knowledge.snapshot.Snapshot;
import dev.berth.knowledge.store.StoreProblem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Writes files of a tree into an empty folder, each checked against its SHA-256. */
final class Download {

  /** As many objects are read at once. */
  private static final int PARALLEL = 8;

  /** Brings what was written to a file onto the disk. */
  interface Settling {
    void settle(FileChannel file) throws IOException;
  }

  private final Path folder;
  private final int modeMask;
  private final Settling settling;
  private final Progress progress;
  private final AtomicLong files = new AtomicLong();
  private final AtomicLong bytes = new AtomicLong();
  private long heldFiles;
  private long heldBytes;

  /**
   * @param modeMask the permission bits that are kept
   */
  Download(Path folder, int modeMask, Progress progress) {
    this(folder, modeMask, progress, file -> file.force(false));
  }

  Download(Path folder, int modeMask, Progress progress, Settling settling) {
    this.folder = folder;
    this.modeMask = modeMask;
    this.progress = progress;
    this.settling = settling;
  }

  /**
   * @param snapshot whose tree must hold as many files and bytes as it says
   * @throws StoreProblem with {@link StoreProblem.Kind#DAMAGED} when it does not
   * @throws Refused with {@link Refused.Code#NAMES_COLLIDE} when two files have one place, as on a
   *     file system that takes upper and lower case for the same
   */
  void run(Repository repository, Snapshot snapshot, Predicate<KnowledgePath> wanted)
      throws IOException, Refused {
    try {
      repository.fetch(files(repository.entries(snapshot.tree()), wanted), PARALLEL, this::take);
      if (heldFiles != snapshot.files() || heldBytes != snapshot.bytes()) {
        throw new StoreProblem(
            StoreProblem.Kind.DAMAGED,
            "snapshot %d of %s says %d files of %d bytes, and its tree holds %d of %d"
                .formatted(
                    snapshot.number(),
                    repository.store().url(),
                    snapshot.files(),
                    snapshot.bytes(),
                    heldFiles,
                    heldBytes));
      }
    } catch (FileAlreadyExistsException twice) {
      throw new Refused(
          Refused.Code.NAMES_COLLIDE,
          "two files have the same place here: " + twice.getFile(),
          "use a file system that tells upper from lower case, or rename one in the other copy");
    } catch (UncheckedIOException unread) {
      throw unread.getCause();
    }
  }

  long files() {
    return files.get();
  }

  long bytes() {
    return bytes.get();
  }

  /** Folders are made on the way: there is nothing to fetch for them. */
  private Iterator<Entry> files(Iterator<Entry> entries, Predicate<KnowledgePath> wanted) {
    return new Iterator<>() {
      private @Nullable Entry next = advance();

      private @Nullable Entry advance() {
        while (entries.hasNext()) {
          Entry entry = entries.next();
          heldFiles += entry.isFolder() ? 0 : 1;
          heldBytes += entry.sizeBytes();
          // What a store holds was not always written by Berth.
          boolean never = Crossing.refuses(entry.path(), entry.isFolder()).isPresent();
          if (never || !wanted.test(entry.path())) {
            continue;
          }
          if (!entry.isFolder()) {
            return entry;
          }
          makeFolder(entry.path().under(folder));
        }
        return null;
      }

      @Override
      public boolean hasNext() {
        return next != null;
      }

      @Override
      public Entry next() {
        Entry entry = next;
        if (entry == null) {
          throw new NoSuchElementException();
        }
        next = advance();
        return entry;
      }
    };
  }

  private static void makeFolder(Path path) {
    try {
      Files.createDirectories(path);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private void take(Entry entry, InputStream content) throws IOException {
    Path file = entry.path().under(folder);
    try (FileChannel out = create(file)) {
      content.transferTo(Channels.newOutputStream(out));
      // A machine that loses its power would come back with an empty file, which the next push
      // would take for an edit. As many as are read at once share what that costs the disk.
      settling.settle(out);
    }
    Files.setPosixFilePermissions(file, permissions(entry.mode() & modeMask));
    files.incrementAndGet();
    bytes.addAndGet(entry.sizeBytes());
    progress.moved(1, entry.sizeBytes());
  }

  private static FileChannel create(Path file) throws IOException {
    try {
      return FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    } catch (NoSuchFileException noFolder) {
      Files.createDirectories(file.getParent());
      return FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }
  }

  static Set<PosixFilePermission> permissions(int mode) {
    Set<PosixFilePermission> set = EnumSet.noneOf(PosixFilePermission.class);
    PosixFilePermission[] all = PosixFilePermission.values();
    for (int i = 0; i < all.length; i++) {
      if ((mode & (0400 >> i)) != 0) {
        set.add(all[i]);
      }
    }
    return set;
  }
}
