package dev.berth.local.supervise;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Writes what one gateway prints to a file, line by line and without secrets; what was written
 * before 5 MiB of it is kept in one older file, and what before that is dropped.
 */
final class GatewayLog {

  /** As much as a person searches. */
  static final long MOST_BYTES = 5L << 20;

  private static final int MOST_CHARACTERS = 1 << 16;
  private static final int LAST_LINES = 50;
  private static final Set<StandardOpenOption> APPEND =
      EnumSet.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND);

  private final Path file;
  private final Mask mask;
  private final long mostBytes;
  private final Deque<String> last = new ArrayDeque<>();
  private boolean full;

  GatewayLog(Path file, Mask mask, long mostBytes) {
    this.file = file;
    this.mask = mask;
    this.mostBytes = mostBytes;
  }

  /** The older file. */
  static Path older(Path file) {
    return file.resolveSibling(file.getFileName() + ".1");
  }

  /** The last lines, at most 50 of them, without secrets. */
  synchronized List<String> last() {
    return List.copyOf(last);
  }

  /** Whether lines were lost because they could not be written. */
  synchronized boolean full() {
    return full;
  }

  /**
   * Reads until the stream ends. What cannot be written is still read, or its writer would wait.
   */
  void pump(InputStream from) {
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(from, StandardCharsets.UTF_8))) {
      StringBuilder line = new StringBuilder();
      for (int c = lines.read(); c >= 0; c = lines.read()) {
        if (c == '\n') {
          line(line);
          line.setLength(0);
        } else if (line.length() <= MOST_CHARACTERS) {
          line.append((char) c);
        }
      }
      if (line.length() > 0) {
        line(line);
      }
    } catch (IOException ended) {
      return;
    }
  }

  private void line(StringBuilder line) {
    String text = mask.over(line.toString());
    if (line.length() > MOST_CHARACTERS) {
      // The cut may have left the start of a secret.
      text = text.substring(0, Math.max(0, text.length() - mask.longest())) + " [cut]";
    }
    add(text);
  }

  /** Adds a line. */
  synchronized void add(String masked) {
    last.addLast(masked);
    if (last.size() > LAST_LINES) {
      last.removeFirst();
    }
    try (SeekableByteChannel channel =
        Files.newByteChannel(file, APPEND, PrivateFiles.attributes(file))) {
      channel.write(ByteBuffer.wrap((masked + "\n").getBytes(StandardCharsets.UTF_8)));
      full = false;
      if (channel.size() >= mostBytes) {
        Files.move(file, older(file), StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (IOException notWritten) {
      full = true;
    }
  }
}
