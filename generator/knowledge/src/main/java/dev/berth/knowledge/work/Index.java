package dev.berth.knowledge.work;

import dev.berth.knowledge.snapshot.Entry;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Lines in the order of their paths, on disk: a working copy may have more files than memory.
 *
 * <p>It is a cache. Without it every file is read again; a broken one counts as none.
 */
final class Index {

  private static final String FIRST = "berth-index 1 ";
  private static final String LAST = "end ";

  private Index() {}

  /** Writes a new one, which replaces the old when it is complete. */
  static final class Writer implements AutoCloseable {

    private final Path target;
    private final Path fresh;
    private final BufferedWriter out;
    private boolean complete;

    /**
     * @param url the store its lines speak of
     */
    Writer(Path target, String url) throws IOException {
      this.target = target;
      this.fresh = target.resolveSibling(target.getFileName() + ".new");
      this.out = Files.newBufferedWriter(fresh, StandardCharsets.US_ASCII);
      out.write(FIRST + url + "\n");
    }

    void add(IndexLine line) throws IOException {
      out.write(line.text());
      out.write('\n');
    }

    /**
     * @param tree what its lines are as a tree
     */
    void complete(String tree) throws IOException {
      out.write(LAST + tree + "\n");
      out.close();
      Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
      complete = true;
    }

    @Override
    public void close() throws IOException {
      out.close();
      if (!complete) {
        Files.deleteIfExists(fresh);
      }
    }
  }

  /** The tree a whole index of this store stands for; empty when there is none. */
  static Optional<String> tree(Path index, String url) throws IOException {
    try (Reader lines = new Reader(index)) {
      while (lines.hasNext()) {
        lines.next();
      }
      return lines.url().equals(url) ? Optional.of(lines.tree()) : Optional.empty();
    } catch (NoSuchFileException | UncheckedIOException none) {
      return Optional.empty();
    }
  }

  /** Writes one that knows a tree's files and nothing of the disk: each will be read once. */
  static void write(Path index, String url, String tree, Iterator<Entry> entries)
      throws IOException {
    try (Writer writer = new Writer(index, url)) {
      while (entries.hasNext()) {
        writer.add(IndexLine.of(entries.next()));
      }
      writer.complete(tree);
    } catch (UncheckedIOException unread) {
      throw unread.getCause();
    }
  }

  /** Its lines in order; throws {@link UncheckedIOException} where it is broken. */
  static final class Reader implements Iterator<IndexLine>, AutoCloseable {

    private final BufferedReader in;
    private final String url;
    private String tree = "";
    private @Nullable IndexLine next;

    Reader(Path index) throws IOException {
      in = Files.newBufferedReader(index, StandardCharsets.US_ASCII);
      String first = in.readLine();
      if (first == null || !first.startsWith(FIRST)) {
        in.close();
        throw new UncheckedIOException(new IOException("no index: " + index));
      }
      url = first.substring(FIRST.length());
      next = read();
    }

    String url() {
      return url;
    }

    /** Known at the end. */
    String tree() {
      return tree;
    }

    @Override
    public boolean hasNext() {
      return next != null;
    }

    /** The line {@link #next} gives, which stays. */
    @Nullable IndexLine peek() {
      return next;
    }

    @Override
    public IndexLine next() {
      IndexLine line = next;
      if (line == null) {
        throw new NoSuchElementException();
      }
      next = read();
      return line;
    }

    private @Nullable IndexLine read() {
      try {
        String text = in.readLine();
        if (text == null) {
          throw new IOException("the index ends too early");
        }
        if (text.startsWith(LAST)) {
          tree = text.substring(LAST.length());
          return null;
        }
        return IndexLine.parse(text);
      } catch (IllegalArgumentException broken) {
        throw new UncheckedIOException(new IOException("the index is broken", broken));
      } catch (IOException broken) {
        throw new UncheckedIOException(broken);
      }
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }
}
