package dev.berth.knowledge.crossing;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Reads a file that others may write to, swap or delete meanwhile: what it returns was the whole
 * file at one moment, free of what must not cross, or a reason. Not for several threads at once.
 */
public final class FileReader {

  /** What became of a file. */
  public sealed interface Result {

    /** A file that was read into memory. */
    @SuppressWarnings("ArrayRecordComponent") // Handed over, never compared.
    record Small(byte[] content, String sha256) implements Result {}

    /** A larger one, copied to {@code file}, which is the caller's to delete. */
    record Spooled(Path file, String sha256, long sizeBytes) implements Result {}

    /** A file that does not cross, or not this time. */
    record Skipped(LeftOut.Reason why) implements Result {}
  }

  /** Opens a file for reading, at its start. */
  interface Opening {
    SeekableByteChannel open(Walk.Seen seen) throws IOException;
  }

  /** The largest file that is held in memory. */
  public static final int LARGEST_SMALL_BYTES = 64 * 1024;

  private static final int ATTEMPTS = 3;

  /**
   * File times tick as slowly as 100 times a second (CONFIG_HZ): of a file changed since the last
   * ticks they cannot tell whether it was changed again.
   */
  private static final Duration TICKS = Duration.ofMillis(30);

  private final Path spoolFolder;
  private final long largestFileBytes;
  private final Clock clock;
  private final Opening opening;
  private final byte[] buffer = new byte[LARGEST_SMALL_BYTES];

  /**
   * @param spoolFolder where copies of larger files are made
   * @param largestFileBytes the cap: a larger file does not cross
   */
  public FileReader(Path spoolFolder, long largestFileBytes) {
    this(spoolFolder, largestFileBytes, Clock.systemUTC(), FileReader::openUnlinked);
  }

  FileReader(Path spoolFolder, long largestFileBytes, Clock clock, Opening opening) {
    this.spoolFolder = spoolFolder;
    this.largestFileBytes = largestFileBytes;
    this.clock = clock;
    this.opening = opening;
  }

  /**
   * Reads one file.
   *
   * @throws IOException when a copy cannot be made in the spool folder; whatever is the matter with
   *     the file itself is a {@link Result.Skipped}
   */
  public Result read(Walk.Seen seen) throws IOException {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Optional<Result> result = attempt(seen);
      if (result.isPresent()) {
        return result.get();
      }
    }
    return new Result.Skipped(LeftOut.Reason.CHANGING);
  }

  /** Empty when the file was changed meanwhile. */
  private Optional<Result> attempt(Walk.Seen seen) throws IOException {
    long now = TimeUnit.MILLISECONDS.toNanos(clock.millis());
    FileStatus before;
    try {
      before = FileStatus.of(seen.file());
    } catch (IOException gone) {
      return skipped(LeftOut.Reason.UNREADABLE);
    }
    Optional<LeftOut.Reason> refused = refused(before);
    if (refused.isPresent()) {
      return skipped(refused.get());
    }
    SeekableByteChannel opened;
    try {
      opened = opening.open(seen);
    } catch (Patience.Exhausted fifo) {
      return skipped(LeftOut.Reason.SPECIAL);
    } catch (IOException closed) {
      return skipped(reasonNow(seen));
    }
    try (SeekableByteChannel channel = opened;
        Spool spool = Spool.of(before.sizeBytes(), spoolFolder)) {
      boolean mayHideAChange = before.changedNanos() > now - TICKS.toNanos();
      return copy(seen, channel, spool, before, mayHideAChange);
    }
  }

  private Optional<Result> copy(
      Walk.Seen seen,
      SeekableByteChannel channel,
      Spool spool,
      FileStatus before,
      boolean mayHideAChange)
      throws IOException {
    ContentScan scan = new ContentScan();
    MessageDigest digest = sha256();
    long size = 0;
    while (size <= before.sizeBytes()) {
      int count;
      try {
        count = channel.read(ByteBuffer.wrap(buffer));
      } catch (IOException broken) {
        return skipped(reasonNow(seen));
      }
      if (count < 0) {
        break;
      }
      size += count;
      scan.update(buffer, 0, count);
      if (scan.isTripped() || scan.isSqlite()) {
        break;
      }
      digest.update(buffer, 0, count);
      if (size <= before.sizeBytes()) {
        spool.write(buffer, count);
      }
    }
    if (scan.isSqlite()) {
      return skipped(LeftOut.Reason.NEVER);
    }
    if (scan.foundSecret()) {
      return skipped(LeftOut.Reason.SECRET);
    }
    byte[] hash = digest.digest();
    boolean whole =
        size == before.sizeBytes()
            && (!mayHideAChange || Arrays.equals(hash, hashAgain(channel, size)))
            && isStill(before, seen);
    return whole ? Optional.of(spool.take(HexFormat.of().formatHex(hash), size)) : Optional.empty();
  }

  private byte[] hashAgain(SeekableByteChannel channel, long most) {
    MessageDigest digest = sha256();
    try {
      channel.position(0);
      long size = 0;
      while (size <= most) {
        int count = channel.read(ByteBuffer.wrap(buffer));
        if (count < 0) {
          return digest.digest();
        }
        size += count;
        digest.update(buffer, 0, count);
      }
    } catch (IOException broken) {
      return new byte[0];
    }
    return new byte[0];
  }

  private static boolean isStill(FileStatus before, Walk.Seen seen) {
    try {
      return FileStatus.of(seen.file()).equals(before);
    } catch (IOException gone) {
      return false;
    }
  }

  private Optional<LeftOut.Reason> refused(FileStatus status) {
    if (status.isLink()) {
      return Optional.of(LeftOut.Reason.LINK);
    }
    if (!status.isFile()) {
      return Optional.of(LeftOut.Reason.SPECIAL);
    }
    return status.sizeBytes() > largestFileBytes
        ? Optional.of(LeftOut.Reason.TOO_LARGE)
        : Optional.empty();
  }

  /** Why a file that was a regular one a moment ago cannot be opened or read. */
  private LeftOut.Reason reasonNow(Walk.Seen seen) {
    Place place = Place.of(seen);
    if (Unlinked.isLinked(place.root(), place.parts())) {
      return LeftOut.Reason.LINK;
    }
    try {
      return refused(FileStatus.of(seen.file())).orElse(LeftOut.Reason.UNREADABLE);
    } catch (IOException gone) {
      return LeftOut.Reason.UNREADABLE;
    }
  }

  private static SeekableByteChannel openUnlinked(Walk.Seen seen) throws IOException {
    Place place = Place.of(seen);
    return Patience.open(() -> Unlinked.file(place.root(), place.parts()), Patience.USUAL);
  }

  private static Optional<Result> skipped(LeftOut.Reason why) {
    return Optional.of(new Result.Skipped(why));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every Java has SHA-256", missing);
    }
  }

  /**
   * Where no link is followed.
   *
   * @param root the home; of a declared file its own folder
   */
  private record Place(Path root, List<Path> parts) {

    static Place of(Walk.Seen seen) {
      Path root = seen.file();
      List<Path> parts = new ArrayList<>();
      for (String part : seen.path().text().split("/", -1)) {
        parts.add(FileName.decoded(part));
        root = Objects.requireNonNullElse(root.getParent(), root);
      }
      return seen.path().under(root).equals(seen.file())
          ? new Place(root, parts)
          : new Place(
              Objects.requireNonNull(seen.file().getParent()),
              List.of(Objects.requireNonNull(seen.file().getFileName())));
    }
  }
}
