package dev.berth.knowledge.work;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What Berth remembers of a working copy, in {@code .knowledge/} beside the workspace: on the same
 * disk, so that what is prepared there can be put in place by a rename.
 *
 * <p>While it is open no other process works on the working copy; a process that dies leaves no
 * lock behind.
 */
final class LocalState implements AutoCloseable {

  /** Its name beside the workspace. */
  static final String FOLDER = ".knowledge";

  /**
   * The snapshot a working copy was made from.
   *
   * @param number 0 for none
   * @param url the store that holds it: numbers of another mean nothing here
   */
  record Base(long number, String url) {}

  private final Path folder;
  private final FileChannel channel;
  private final FileLock lock;

  private LocalState(Path folder, FileChannel channel, FileLock lock) {
    this.folder = folder;
    this.channel = channel;
    this.lock = lock;
  }

  /**
   * Makes the folder if it is not there and locks it.
   *
   * @throws Refused with {@link Refused.Code#LOCKED} when another process has it
   */
  static LocalState open(Path home) throws IOException, Refused {
    Path folder = Files.createDirectories(home.resolve(FOLDER));
    FileChannel channel =
        FileChannel.open(
            folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    FileLock lock = tryLock(channel);
    if (lock == null) {
      channel.close();
      throw new Refused(
          Refused.Code.LOCKED,
          "another process works on the knowledge in " + home,
          "wait until it is done, or stop it, and try again");
    }
    return new LocalState(folder, channel, lock);
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException ofThisProcess) {
      return null;
    }
  }

  Path index() {
    return folder.resolve("index");
  }

  /** A folder for what is being made; {@link #open} leaves it as it was found. */
  Path scratch(String name) {
    return folder.resolve(name);
  }

  /** What the working copy was made from; number 0 when that is not known, or another store's. */
  Base base(String url) throws IOException {
    Base nothing = new Base(0, url);
    String[] words = read("base").orElse("").split(" ", 2);
    if (words.length < 2 || !words[1].equals(url) || !words[0].matches("[0-9]{1,18}")) {
      return nothing;
    }
    return new Base(Long.parseLong(words[0]), url);
  }

  void base(Base base) throws IOException {
    write("base", base.number() + " " + base.url());
  }

  /** Who pushes from here; empty before the first push or claim. */
  Optional<String> writer() throws IOException {
    return read("writer");
  }

  void writer(String writer) throws IOException {
    write("writer", writer);
  }

  /**
   * The time files get that are written now, in nanoseconds since 1970: the disk's clock, which may
   * be another than the machine's.
   */
  long now() throws IOException {
    Path touched = folder.resolve("now");
    Files.write(touched, new byte[0]);
    FileTime time = Files.getLastModifiedTime(touched);
    Files.delete(touched);
    return time.to(java.util.concurrent.TimeUnit.NANOSECONDS);
  }

  private Optional<String> read(String name) throws IOException {
    try {
      return Optional.of(Files.readString(folder.resolve(name)).strip());
    } catch (NoSuchFileException notYet) {
      return Optional.empty();
    }
  }

  private void write(String name, String text) throws IOException {
    Path fresh = folder.resolve(name + ".new");
    try (FileChannel file =
        FileChannel.open(
            fresh,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      file.write(java.nio.ByteBuffer.wrap((text + "\n").getBytes(StandardCharsets.UTF_8)));
      file.force(true);
    }
    Files.move(fresh, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
  }

  @Override
  public void close() throws IOException {
    lock.release();
    channel.close();
  }
}
