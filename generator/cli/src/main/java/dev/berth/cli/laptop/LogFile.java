package dev.berth.cli.laptop;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A log that somebody else appends to, moves away when it is large, and begins anew. Lines are
 * UTF-8; one that has no end yet is not told.
 */
public record LogFile(Path file) {

  private static final int BLOCK_BYTES = 64 * 1024;

  /**
   * Tells the last lines, then each new one.
   *
   * @param last how many there are to be, if there are as many; 0 or more
   * @param pause waits until there may be more; false when nobody wants more
   */
  public void read(int last, BooleanSupplier pause, Consumer<String> lines) throws IOException {
    @Nullable RandomAccessFile open = open();
    Pending pending = new Pending(lines);
    try {
      @Nullable Object key = key();
      if (open != null) {
        open.seek(start(open, last));
        pending.take(open);
      }
      while (pause.getAsBoolean()) {
        Object now = key();
        if (open != null && Objects.equals(key, now) && open.length() >= open.getFilePointer()) {
          pending.take(open);
          continue;
        }
        if (open != null && now != null) {
          if (!Objects.equals(key, now)) {
            // What was written before it was moved away.
            pending.take(open);
          }
          open.close();
          open = null;
        }
        if (now != null) {
          open = open();
          key = now;
          if (open != null) {
            pending.take(open);
          }
        }
      }
    } finally {
      if (open != null) {
        open.close();
      }
    }
  }

  private @Nullable RandomAccessFile open() throws IOException {
    return Files.exists(file) ? new RandomAccessFile(file.toFile(), "r") : null;
  }

  /** What the file is to the file system, whatever its name; null when there is none. */
  private @Nullable Object key() throws IOException {
    try {
      return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
    } catch (NoSuchFileException none) {
      return null;
    }
  }

  /** Where the last lines begin. */
  private static long start(RandomAccessFile file, int last) throws IOException {
    long end = file.length();
    byte[] block = new byte[BLOCK_BYTES];
    int ends = 0;
    for (long at = end; at > 0; ) {
      int size = (int) Math.min(BLOCK_BYTES, at);
      at -= size;
      file.seek(at);
      file.readFully(block, 0, size);
      for (int each = size - 1; each >= 0; each--) {
        // The end of the last line is no beginning of another.
        if (block[each] == '\n' && ends++ == last) {
          return at + each + 1;
        }
      }
    }
    return 0;
  }

  /** Bytes until their line ends. */
  private static final class Pending {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Consumer<String> lines;

    Pending(Consumer<String> lines) {
      this.lines = lines;
    }

    void take(RandomAccessFile file) throws IOException {
      byte[] block = new byte[BLOCK_BYTES];
      for (int size = file.read(block); size > 0; size = file.read(block)) {
        int from = 0;
        for (int each = 0; each < size; each++) {
          if (block[each] == '\n') {
            bytes.write(block, from, each - from);
            lines.accept(bytes.toString(StandardCharsets.UTF_8));
            bytes.reset();
            from = each + 1;
          }
        }
        bytes.write(block, from, size - from);
      }
    }
  }
}
