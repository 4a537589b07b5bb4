package dev.berth.knowledge.snapshot;

import dev.berth.knowledge.store.Content;
import dev.berth.knowledge.store.ObjectStore;
import dev.berth.knowledge.store.StoreProblem;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;

/**
 * Objects on their way into a store, a few at a time.
 *
 * <p>What is in the store already is no failure: an object is named by what it holds. That it is
 * there is looked at, for a snapshot relies on it. The first failure is thrown by the next call,
 * and nothing more is sent.
 */
public final class Uploads implements AutoCloseable {

  private final ObjectStore store;
  private final LongConsumer sent;
  private final AtomicLong sentBytes = new AtomicLong();
  private final Workers workers;

  /**
   * Starts with nothing under way.
   *
   * @param parallel how many at a time, from 1; as many contents are in memory
   * @param sent hears the size of each object that the store took, from several threads
   */
  public Uploads(ObjectStore store, int parallel, LongConsumer sent) {
    this.store = store;
    this.sent = sent;
    this.workers = new Workers("berth-upload", parallel);
  }

  /**
   * Sends bytes, which must not change afterwards.
   *
   * @return their SHA-256, at once when a thread is free
   * @throws InterruptedIOException when the caller was interrupted while it waited for one
   */
  public String store(byte[] content) throws IOException {
    String sha256 = Sha256.of(content);
    workers.start(() -> create(sha256, Content.of(content)));
    return sha256;
  }

  /** Sends a file that nobody changes any more, and deletes it, stored or not. */
  public void store(String sha256, Path file, long sizeBytes) throws IOException {
    workers.start(
        new Workers.Job() {
          @Override
          public void run() throws IOException {
            try {
              create(sha256, Content.of(file, sizeBytes));
            } finally {
              Files.deleteIfExists(file);
            }
          }

          @Override
          public void discard() {
            try {
              Files.deleteIfExists(file);
            } catch (IOException left) {
              // The failure that this upload was discarded for is the one to tell.
            }
          }
        });
  }

  /** Returns when all is stored. */
  public void finish() throws IOException {
    workers.finish();
  }

  /** How many bytes the store took; those that it had already do not count. */
  public long sentBytes() {
    return sentBytes.get();
  }

  /** Stops what is under way; leaves no thread behind. */
  @Override
  public void close() {
    workers.close();
  }

  private void create(String sha256, Content content) throws StoreProblem {
    String name = ObjectName.ofObject(sha256);
    if (store.create(name, content)) {
      sentBytes.addAndGet(content.sizeBytes());
      sent.accept(content.sizeBytes());
    } else if (!store.list(name, "", 1).contains(name)) {
      // Whoever answered was not the store: a snapshot would name what is not there.
      throw new StoreProblem(
          StoreProblem.Kind.UNAVAILABLE,
          "%s said that it has %s, and has not: try again later".formatted(store.url(), name));
    }
  }
}
