package dev.berth.knowledge.snapshot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.berth.knowledge.store.Content;
import dev.berth.knowledge.store.StoreProblem;
import dev.berth.knowledge.store.StoreProblem.Kind;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class UploadsTest {

  private final SpyStore store = new SpyStore();

  @Test
  void bytesAreStoredUnderTheirSha256() throws IOException {
    AtomicLong heard = new AtomicLong();
    try (Uploads uploads = new Uploads(store, 3, heard::addAndGet)) {
      for (int i = 0; i < 50; i++) {
        assertEquals(Sha256.of(bytes(i)), uploads.store(bytes(i)));
      }
      uploads.finish();
      assertEquals(store.createdBytes.get(), uploads.sentBytes());
      assertEquals(store.createdBytes.get(), heard.get());
    }
    assertEquals(50, store.created.size());
    for (int i = 0; i < 50; i++) {
      byte[] kept = store.open(ObjectName.ofObject(Sha256.of(bytes(i)))).readAllBytes();
      assertEquals(i, Integer.parseInt(new String(kept, StandardCharsets.UTF_8)));
    }
  }

  @Test
  void whatTheStoreHasCountsAsStoredAndNotAsSent() throws IOException {
    try (Uploads uploads = new Uploads(store, 1, bytes -> {})) {
      uploads.store(bytes(7));
      uploads.store(bytes(7));
      uploads.finish();
      assertEquals(1, uploads.sentBytes());
    }
  }

  @Test
  void anObjectThatTheStoreOnlySaysItHasIsAFailure() {
    SpyStore wrong =
        new SpyStore() {
          @Override
          public boolean create(String name, Content content) {
            return false;
          }
        };
    try (Uploads uploads = new Uploads(wrong, 1, bytes -> {})) {
      StoreProblem told =
          assertThrows(
              StoreProblem.class,
              () -> {
                uploads.store(bytes(7));
                uploads.finish();
              });
      assertEquals(Kind.UNAVAILABLE, told.kind());
    }
  }

  @Test
  void moreMayBeSentAfterAFinish() throws IOException {
    try (Uploads uploads = new Uploads(store, 2, bytes -> {})) {
      uploads.store(bytes(1));
      uploads.finish();
      uploads.store(bytes(2));
      uploads.finish();
    }
    assertEquals(2, store.created.size());
  }

  @Test
  void aFileIsDeletedOnceItIsStored(@TempDir Path folder) throws IOException {
    Path file = Files.write(folder.resolve("spool"), bytes(42));
    try (Uploads uploads = new Uploads(store, 1, bytes -> {})) {
      uploads.store(Sha256.of(bytes(42)), file, 2);
      uploads.finish();
    }
    assertFalse(Files.exists(file));
    assertEquals(1, store.created.size());
  }

  @Test
  void theFirstFailureIsThrownByWhatComesNextAndLeavesNoFile(@TempDir Path folder)
      throws IOException {
    StoreProblem full = new StoreProblem(Kind.FULL, "full");
    SpyStore failing =
        new SpyStore() {
          @Override
          public boolean create(String name, Content content) throws StoreProblem {
            throw full;
          }
        };
    Path failed = Files.write(folder.resolve("failed"), bytes(1));
    Path refused = Files.write(folder.resolve("refused"), bytes(2));
    try (Uploads uploads = new Uploads(failing, 1, bytes -> {})) {
      uploads.store(Sha256.of(bytes(1)), failed, 1);
      assertSame(full, assertThrows(StoreProblem.class, uploads::finish));
      assertSame(
          full,
          assertThrows(StoreProblem.class, () -> uploads.store(Sha256.of(bytes(2)), refused, 1)));
      assertSame(full, assertThrows(StoreProblem.class, () -> uploads.store(bytes(3))));
      assertEquals(0, uploads.sentBytes());
    }
    assertFalse(Files.exists(failed));
    assertFalse(Files.exists(refused));
  }

  @Test
  void aBugInAStoreIsNotTakenForSuccess() {
    SpyStore broken =
        new SpyStore() {
          @Override
          public boolean create(String name, Content content) {
            throw new IllegalStateException("bug");
          }
        };
    try (Uploads uploads = new Uploads(broken, 1, bytes -> {})) {
      assertThrows(
          IllegalStateException.class,
          () -> {
            uploads.store(bytes(1));
            uploads.finish();
          });
    }
  }

  @Test
  void noMoreAreUnderWayThanAllowed() throws IOException {
    AtomicInteger now = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    CountDownLatch three = new CountDownLatch(3);
    SpyStore slow =
        new SpyStore() {
          @Override
          public boolean create(String name, Content content) throws StoreProblem {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            three.countDown();
            await(three);
            now.decrementAndGet();
            return super.create(name, content);
          }
        };
    try (Uploads uploads = new Uploads(slow, 3, bytes -> {})) {
      for (int i = 0; i < 30; i++) {
        uploads.store(bytes(i));
      }
      uploads.finish();
    }
    assertEquals(3, most.get());
  }

  @Test
  void closingInterruptsWhatIsUnderWayAndLeavesNoThread(@TempDir Path folder) throws Exception {
    CountDownLatch under = new CountDownLatch(2);
    AtomicInteger interrupted = new AtomicInteger();
    SpyStore stuck = stuck(under, interrupted);
    Path file = Files.write(folder.resolve("spool"), bytes(1));
    Uploads uploads = new Uploads(stuck, 2, bytes -> {});
    uploads.store(Sha256.of(bytes(1)), file, 1);
    uploads.store(bytes(2));
    under.await();

    uploads.close();

    assertEquals(2, interrupted.get());
    assertFalse(Files.exists(file));
    assertTrue(
        Thread.getAllStackTraces().keySet().stream()
            .noneMatch(thread -> thread.getName().equals("berth-upload") && thread.isAlive()));
  }

  @Test
  void aCallerWhoIsInterruptedWhileHeWaitsIsTold(@TempDir Path folder) throws Exception {
    CountDownLatch under = new CountDownLatch(1);
    SpyStore stuck = stuck(under, new AtomicInteger());
    Path file = Files.write(folder.resolve("spool"), bytes(2));
    AtomicReference<Throwable> storing = new AtomicReference<>();
    AtomicReference<Throwable> finishing = new AtomicReference<>();
    try (Uploads uploads = new Uploads(stuck, 1, bytes -> {})) {
      uploads.store(bytes(1));
      under.await();
      interrupt(storing, () -> uploads.store(Sha256.of(bytes(2)), file, 1));
      interrupt(finishing, uploads::finish);
    }
    assertTrue(storing.get() instanceof InterruptedIOException, storing + "");
    assertTrue(finishing.get() instanceof InterruptedIOException, finishing + "");
    assertFalse(Files.exists(file));
  }

  private static void interrupt(
      AtomicReference<Throwable> thrown, org.junit.jupiter.api.function.Executable call)
      throws InterruptedException {
    Thread caller =
        new Thread(
            () -> {
              Thread.currentThread().interrupt();
              try {
                call.execute();
              } catch (Throwable problem) {
                thrown.set(Thread.currentThread().isInterrupted() ? problem : null);
              }
            });
    caller.start();
    caller.join();
  }

  private static SpyStore stuck(CountDownLatch under, AtomicInteger interrupted) {
    return new SpyStore() {
      @Override
      public boolean create(String name, Content content) throws StoreProblem {
        under.countDown();
        try {
          new CountDownLatch(1).await();
          throw new IllegalStateException("nobody counts down");
        } catch (InterruptedException expected) {
          interrupted.incrementAndGet();
          throw new StoreProblem(Kind.UNAVAILABLE, "interrupted", expected);
        }
      }
    };
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }

  private static byte[] bytes(int i) {
    return String.valueOf(i).getBytes(StandardCharsets.UTF_8);
  }
}
