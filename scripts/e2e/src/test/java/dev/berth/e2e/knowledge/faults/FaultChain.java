package dev.berth.e2e.knowledge.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.berth.knowledge.snapshot.Snapshot;
import dev.berth.knowledge.store.StoreUrl;
import dev.berth.knowledge.work.Moved.Result;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** One fault at the first request of a push or a pull, then at the second and so on. */
final class FaultChain {

  /**
   * What ran.
   *
   * @param requests of one push or pull without a fault
   * @param reached how many of them broke
   * @param failed how often it was told as a failure: the client's own retries hide the others
   */
  record Count(long requests, long reached, long failed) {}

  /** Long enough for the client to hide one fault, on a slow machine too. */
  private static final Duration PATIENT = Duration.ofSeconds(10);

  private static final Duration IMPATIENT = Duration.ofMillis(600);

  /** A slow machine may run into the short deadline by itself; the same pair is tried again. */
  private static final int MOST_ATTEMPTS = 10;

  private final Path folder;
  private final FaultProxy proxy;
  private final StoreUrl direct;
  private final StoreUrl viaProxy;
  private final Fault fault;
  private final boolean lasting;
  private int round;

  /**
   * @param direct the store past the proxy, for a clean look at what it holds
   * @param lasting whether all requests break that follow the first to break
   */
  FaultChain(
      Path folder,
      FaultProxy proxy,
      StoreUrl direct,
      StoreUrl viaProxy,
      Fault fault,
      boolean lasting) {
    this.folder = folder;
    this.proxy = proxy;
    this.direct = direct;
    this.viaProxy = viaProxy;
    this.fault = fault;
    this.lasting = lasting;
  }

  /** One run through the proxy; tells whether it failed. */
  private interface Run {
    void with(Copy copy) throws Exception;
  }

  private boolean fails(Run run, Duration deadline) throws Exception {
    try (Copy copy = Copy.open(viaProxy, deadline)) {
      run.with(copy);
      return false;
    } catch (IOException told) {
      return true;
    }
  }

  private boolean broken(long request, Run run) throws Exception {
    if (lasting) {
      proxy.breakFrom(request, fault, IMPATIENT.multipliedBy(2));
    } else {
      proxy.breakAt(request, fault, IMPATIENT);
    }
    return fails(run, lasting ? IMPATIENT : PATIENT);
  }

  private void whole(Run run) throws Exception {
    proxy.mend();
    try (Copy copy = Copy.open(viaProxy)) {
      run.with(copy);
    }
  }

  Count pushes() throws Exception {
    Home home = Home.in(folder);
    home.fill();
    Run push = copy -> copy.knowledge().push(home.copy(), false, false);
    whole(push);
    home.change(++round);
    whole(push);
    long requests = proxy.requests();
    long failed = 0;
    long reached = 0;
    try (Copy clean = Copy.open(direct)) {
      for (long request = 1; request <= requests; request++) {
        boolean broke = false;
        for (int i = 0; i < MOST_ATTEMPTS && !broke; i++) {
          Snapshot before = clean.newest();
          Map<String, List<String>> old = home.files();
          home.change(++round);
          Map<String, List<String>> fresh = home.files();
          boolean told = broken(request, push);
          broke = proxy.broken() > 0;
          String what = fault + " at request " + request + (told ? ", told" : ", hidden");
          Map<String, List<String>> held = clean.files(clean.newest());
          assertTrue(held.equals(told ? old : fresh) || held.equals(fresh), what + ": half a push");
          whole(push);
          assertEquals(before.number() + 1, clean.newest().number(), what);
          assertEquals(fresh, clean.files(clean.newest()), what);
          assertTrue(clean.repository().beside().isEmpty(), what + ": its own is no other's");
          failed += broke && told ? 1 : 0;
        }
        reached += broke ? 1 : 0;
      }
    }
    return new Count(requests, reached, failed);
  }

  Count pulls() throws Exception {
    Home writer = Home.in(folder);
    writer.fill();
    Home reader = Home.in(folder);
    Run pull = copy -> copy.knowledge().pull(reader.copy(), false, false);
    long failed = 0;
    long reached = 0;
    try (Copy clean = Copy.open(direct)) {
      push(clean, writer);
      whole(pull);
      writer.change(++round);
      push(clean, writer);
      whole(pull);
      long requests = proxy.requests();
      for (long request = 1; request <= requests; request++) {
        boolean broke = false;
        for (int i = 0; i < MOST_ATTEMPTS && !broke; i++) {
          Map<String, List<String>> old = reader.files();
          writer.change(++round);
          push(clean, writer);
          Map<String, List<String>> fresh = writer.files();
          boolean told = broken(request, pull);
          broke = proxy.broken() > 0;
          String what = fault + " at request " + request + (told ? ", told" : ", hidden");
          assertEquals(told ? old : fresh, reader.files(), what);
          whole(pull);
          assertEquals(fresh, reader.files(), what);
          assertTrue(clean.repository().beside().isEmpty(), what + ": nothing was there to keep");
          failed += broke && told ? 1 : 0;
        }
        reached += broke ? 1 : 0;
      }
      return new Count(requests, reached, failed);
    }
  }

  private static void push(Copy clean, Home writer) throws Exception {
    assertEquals(Result.DONE, clean.knowledge().push(writer.copy(), false, false).result());
  }
}
