package dev.berth.knowledge.crossing;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Opens files, but waits for none for ever.
 *
 * <p>Opening a FIFO waits until somebody writes to it, and Java can neither open without waiting
 * nor break off the wait. A name is looked at before it is opened, but between the two it may be
 * swapped. So files are opened on a thread that can be left behind.
 */
final class Patience {

  /** No disk that still works needs this long to open a file. */
  static final Duration USUAL = Duration.ofSeconds(10);

  /** More left behind than this is no accident: from then on nothing more is opened. */
  private static final int MOST_THREADS = 64;

  private static final ThreadPoolExecutor THREADS =
      new ThreadPoolExecutor(
          0, MOST_THREADS, 10, TimeUnit.SECONDS, new SynchronousQueue<>(), Patience::daemon);

  /** The opening took too long, as that of a FIFO does. */
  static final class Exhausted extends IOException {
    private static final long serialVersionUID = 1L;

    private Exhausted() {
      super("opening it takes too long");
    }
  }

  /** Opens something. */
  interface Opening<T extends AutoCloseable> {
    T open() throws IOException;
  }

  private Patience() {}

  /**
   * What {@code opening} opens.
   *
   * @throws Exhausted when it takes longer than {@code most}; what it opens later is closed
   */
  static <T extends AutoCloseable> T open(Opening<T> opening, Duration most) throws IOException {
    CompletableFuture<T> opened = new CompletableFuture<>();
    try {
      THREADS.execute(() -> run(opening, opened));
    } catch (RejectedExecutionException all) {
      throw new IOException("too many files take too long to open", all);
    }
    try {
      return opened.get(most.toNanos(), TimeUnit.NANOSECONDS);
    } catch (ExecutionException failed) {
      throw cause(failed);
    } catch (TimeoutException late) {
      throw leave(opened);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      leave(opened);
      throw new InterruptedIOException("stopped while a file was opened");
    }
  }

  private static <T extends AutoCloseable> void run(
      Opening<T> opening, CompletableFuture<T> opened) {
    try {
      T resource = opening.open();
      if (!opened.complete(resource)) {
        close(resource);
      }
    } catch (IOException | RuntimeException e) {
      opened.completeExceptionally(e);
    }
  }

  private static <T extends AutoCloseable> Exhausted leave(CompletableFuture<T> opened) {
    Exhausted exhausted = new Exhausted();
    if (!opened.completeExceptionally(exhausted) && !opened.isCompletedExceptionally()) {
      close(opened.join());
    }
    return exhausted;
  }

  private static void close(@Nullable AutoCloseable resource) {
    try {
      if (resource != null) {
        resource.close();
      }
    } catch (Exception alreadyOfNoUse) {
      // Nothing was written to it, so nothing can be lost.
    }
  }

  private static IOException cause(ExecutionException failed) {
    Throwable cause = failed.getCause();
    if (cause instanceof IOException io) {
      return io;
    }
    return new IOException(cause);
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "berth-open");
    thread.setDaemon(true);
    return thread;
  }
}
