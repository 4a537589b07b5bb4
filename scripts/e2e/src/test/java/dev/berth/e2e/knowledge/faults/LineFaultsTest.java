package dev.berth.e2e.knowledge.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.berth.e2e.knowledge.GoogleServer;
import dev.berth.e2e.knowledge.S3Server;
import dev.berth.knowledge.store.StoreUrl;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every request of a push and of a pull breaks in turn, in every way, at real servers. */
class LineFaultsTest {

  @TempDir private static Path folder;

  private static GoogleServer google;
  private static S3Server amazon;

  @BeforeAll
  static void start() throws Exception {
    S3Server.giveCredentials();
    google = GoogleServer.start(folder);
    amazon = S3Server.start(folder);
  }

  @AfterAll
  static void stop() {
    google.close();
    amazon.close();
  }

  @Test
  void aPushToGoogleIsWholeOrNotAtAll() throws Exception {
    everyFault("push-google", google.port(), port -> prefix -> google.url(prefix, port), true);
  }

  @Test
  void aPushToS3IsWholeOrNotAtAll() throws Exception {
    everyFault("push-s3", amazon.port(), port -> prefix -> amazon.url(prefix, port), true);
  }

  @Test
  void aPullFromGoogleIsWholeOrNotAtAll() throws Exception {
    everyFault("pull-google", google.port(), port -> prefix -> google.url(prefix, port), false);
  }

  @Test
  void aPullFromS3IsWholeOrNotAtAll() throws Exception {
    everyFault("pull-s3", amazon.port(), port -> prefix -> amazon.url(prefix, port), false);
  }

  /** The store of a server at a prefix, by way of a port. */
  interface Place {
    StoreUrl at(String prefix);
  }

  private static void everyFault(
      String name, int serverPort, IntFunction<Place> places, boolean push) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(6);
    List<Future<FaultChain.Count>> chains = new ArrayList<>();
    try {
      for (Fault fault : Fault.values()) {
        for (boolean lasting : new boolean[] {false, true}) {
          String prefix = name + "-" + fault + (lasting ? "-lasting/" : "/");
          chains.add(
              threads.submit(
                  () -> {
                    try (FaultProxy proxy = FaultProxy.before(serverPort)) {
                      StoreUrl direct = places.apply(serverPort).at(prefix);
                      StoreUrl viaProxy = places.apply(proxy.port()).at(prefix);
                      FaultChain chain =
                          new FaultChain(folder, proxy, direct, viaProxy, fault, lasting);
                      return push ? chain.pushes() : chain.pulls();
                    }
                  }));
        }
      }
      long pairs = 0;
      long expected = 0;
      long failed = 0;
      for (Future<FaultChain.Count> each : chains) {
        FaultChain.Count count = each.get();
        pairs += count.reached();
        expected += count.requests();
        failed += count.failed();
      }
      System.out.println(
          name + ": " + pairs + " (fault, request) pairs, of which " + failed + " were told");
      assertEquals(expected, pairs, "every request broke once in every way");
      // 10 faults, once and lasting, at no fewer than 5 requests.
      assertTrue(pairs >= 100, "a push or a pull makes more requests: " + pairs);
      assertTrue(failed > 0 && failed < pairs, "some faults are hidden, some are told: " + failed);
    } finally {
      threads.shutdownNow();
    }
  }
}
