package dev.berth.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;

/** Work that takes a processor and some hundred MiB each: two of it run, and are heard in order. */
final class TwoAtOnce {

  private TwoAtOnce() {}

  /**
   * @param heard is given each result in the order of {@code from}, as soon as it is its turn
   */
  static <T, R> List<R> all(List<T> from, Function<T, Callable<R>> work, Consumer<R> heard)
      throws Exception {
    ExecutorService workers = Executors.newFixedThreadPool(2);
    try {
      List<Future<R>> running = new ArrayList<>();
      for (T each : from) {
        running.add(workers.submit(work.apply(each)));
      }
      List<R> done = new ArrayList<>();
      for (Future<R> each : running) {
        R result = each.get();
        heard.accept(result);
        done.add(result);
      }
      return done;
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof Exception cause) {
        throw cause;
      }
      throw failed;
    } finally {
      workers.shutdownNow();
    }
  }
}
