package dev.berth.knowledge.snapshot;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A few threads that move bytes. Whoever gives them work waits while all of them are busy. */
final class Workers implements AutoCloseable {

  /** Enough for a TLS client; the default of a JVM is a mebibyte each. */
  private static final long STACK_BYTES = 512 * 1024;

  /** How long interrupted threads are waited for: a socket may not hear an interrupt at once. */
  private static final long LAST_WAIT_SECONDS = 30;

  private final int parallel;
  private final Semaphore idle;
  private final ThreadPoolExecutor threads;

  /** The threads themselves: an executor says that it has ended while its last ones still end. */
  private final List<Thread> made = new CopyOnWriteArrayList<>();

  private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

  /** Something to do that may fail. */
  interface Job {
    void run() throws IOException;

    /** Called in place of {@link #run} when it will not run any more. */
    default void discard() {}
  }

  /**
   * @param name of the threads
   * @param parallel how many, from 1
   */
  Workers(String name, int parallel) {
    this.parallel = parallel;
    idle = new Semaphore(parallel);
    threads =
        new ThreadPoolExecutor(
            parallel,
            parallel,
            0,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            task -> {
              Thread thread = new Thread(null, task, name, STACK_BYTES);
              thread.setDaemon(true);
              made.add(thread);
              return thread;
            });
  }

  /**
   * Starts a job; waits for a thread to be free.
   *
   * @throws IOException what an earlier job failed with; this one is discarded
   * @throws InterruptedIOException when the caller was interrupted; this one is discarded
   */
  void start(Job job) throws IOException {
    boolean started = false;
    try {
      acquire(1);
      try {
        throwFailure();
        threads.execute(new Task(job));
        started = true;
      } finally {
        if (!started) {
          idle.release();
        }
      }
    } finally {
      if (!started) {
        job.discard();
      }
    }
  }

  /** Returns when all jobs have ended; throws what the first one to fail failed with. */
  void finish() throws IOException {
    acquire(parallel);
    idle.release(parallel);
    throwFailure();
  }

  /** Interrupts what is under way and waits for the threads to end. */
  @Override
  public void close() {
    for (Runnable task : threads.shutdownNow()) {
      ((Task) task).job.discard();
    }
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LAST_WAIT_SECONDS);
    boolean interrupted = false;
    for (Thread thread : made) {
      interrupted |= !ended(thread, end);
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Waits until a thread has ended or the time is over; false when the caller was interrupted. */
  private static boolean ended(Thread thread, long endNanos) {
    boolean undisturbed = true;
    long leftNanos = endNanos - System.nanoTime();
    while (thread.isAlive() && leftNanos > 0) {
      try {
        TimeUnit.NANOSECONDS.timedJoin(thread, leftNanos);
      } catch (InterruptedException again) {
        undisturbed = false;
      }
      leftNanos = endNanos - System.nanoTime();
    }
    return undisturbed;
  }

  private void acquire(int permits) throws InterruptedIOException {
    try {
      idle.acquire(permits);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while bytes were moved");
    }
  }

  private void throwFailure() throws IOException {
    Throwable first = failure.get();
    if (first instanceof IOException problem) {
      throw problem;
    }
    if (first instanceof Error error) {
      throw error;
    }
    if (first instanceof RuntimeException bug) {
      throw bug;
    }
  }

  private final class Task implements Runnable {
    private final Job job;

    private Task(Job job) {
      this.job = job;
    }

    @Override
    public void run() {
      try {
        if (failure.get() == null) {
          job.run();
        } else {
          job.discard();
        }
      } catch (IOException | RuntimeException | Error problem) {
        failure.compareAndSet(null, problem);
      } finally {
        idle.release();
      }
    }
  }
}
