package dev.berth.knowledge.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.berth.knowledge.store.StoreProblem.Kind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Berth relies on in every store, whatever holds its objects. */
public abstract class ObjectStoreContract {

  private static final AtomicInteger PREFIXES = new AtomicInteger();

  private ObjectStore store;
  private String prefix;

  /** A store of this prefix, all in one bucket; the caller closes it. */
  protected abstract ObjectStore open(String prefix) throws Exception;

  /** How often two writers meet: a store behind a network is given fewer rounds. */
  protected int rounds() {
    return 300;
  }

  @BeforeEach
  final void openStore() throws Exception {
    prefix = "contract/" + PREFIXES.incrementAndGet() + "x/";
    store = open(prefix);
  }

  @AfterEach
  final void closeStore() {
    store.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 64 * 1024, 64 * 1024 + 1, 1024 * 1024, 5 * 1024 * 1024 + 3})
  void whatIsCreatedIsReadBack(int sizeBytes) throws IOException {
    byte[] bytes = bytes(sizeBytes);
    assertTrue(store.create("objects/ab/one", Content.of(bytes)));
    assertArrayEquals(bytes, read(store, "objects/ab/one"));
  }

  @Test
  void aNameIsCreatedOnceAndItsFirstBytesStay() throws IOException {
    assertTrue(store.create("snapshots/1", Content.of("first")));
    assertFalse(store.create("snapshots/1", Content.of("second, and longer")));
    assertFalse(store.create("snapshots/1", Content.of("")));
    assertFalse(store.create("snapshots/1", Content.of(bytes(6 * 1024 * 1024))));
    assertEquals("first", new String(read(store, "snapshots/1")));
  }

  @Test
  void ofTwoWritersOfOneNameExactlyOneCreatesIt() throws Exception {
    try (ObjectStore other = open(prefix)) {
      for (int round = 0; round < rounds(); round++) {
        String name = "snapshots/" + round;
        // Two texts of one length: nothing but the store tells them apart.
        List<Boolean> created =
            together(
                () -> store.create(name, Content.of("by the first")),
                () -> other.create(name, Content.of("by the other")));
        assertEquals(1, created.stream().filter(each -> each).count(), "round " + round);
        assertEquals(
            created.get(0) ? "by the first" : "by the other", new String(read(store, name)));
      }
    }
  }

  @Test
  void ofTwoWritersOfOneLargeNameExactlyOneCreatesIt() throws Exception {
    byte[] first = bytes(5 * 1024 * 1024);
    byte[] other = bytes(5 * 1024 * 1024 + 1);
    for (int round = 0; round < 5; round++) {
      String name = "objects/large-" + round;
      List<Boolean> created =
          together(
              () -> store.create(name, Content.of(first)),
              () -> store.create(name, Content.of(other)));
      assertEquals(1, created.stream().filter(each -> each).count(), "round " + round);
      assertArrayEquals(created.get(0) ? first : other, read(store, name));
    }
  }

  @Test
  void aDeletedObjectIsGoneAndItsNameIsFree() throws IOException {
    store.create("beside/1", Content.of("old"));
    store.delete("beside/1");
    store.delete("beside/1");
    assertEquals(List.of(), store.list("", "", ObjectStore.PAGE));
    assertEquals(Kind.ABSENT, refused(() -> store.open("beside/1")).kind());
    assertTrue(store.create("beside/1", Content.of("new")));
    assertEquals("new", new String(read(store, "beside/1")));
  }

  @Test
  void whatIsNotThereIsAbsentWithASentence() {
    StoreProblem problem = refused(() -> store.open("objects/ab/none"));
    assertEquals(Kind.ABSENT, problem.kind());
    assertTrue(problem.message().contains("objects/ab/none"), problem.message());
    assertFalse(problem.message().contains("\n"), problem.message());
  }

  @Test
  void namesAreListedInTheOrderOfTheirBytes() throws IOException {
    List<String> names = List.of("A", "Z-1", "Z.1", "Z/1", "Z/1-", "Z0", "Z_1", "a", "a-/b", "z");
    for (String name : names) {
      assertTrue(store.create(name, Content.of(name)));
    }
    assertEquals(names, store.list("", "", ObjectStore.PAGE));
    assertEquals(List.of("Z/1", "Z/1-"), store.list("Z/", "", ObjectStore.PAGE));
    assertEquals(names.subList(1, 7), store.list("Z", "A", ObjectStore.PAGE));
    assertEquals(List.of("a", "a-/b", "z"), store.list("", "Z_1", ObjectStore.PAGE));
    assertEquals(List.of("a", "a-/b"), store.list("a", "Z", 2));
    assertEquals(List.of(), store.list("Z", "Zz", ObjectStore.PAGE));
    assertEquals(List.of(), store.list("Y", "", ObjectStore.PAGE));
  }

  @Test
  void aPageEndsOnlyWhereThereAreNoMore() throws Exception {
    List<String> names =
        IntStream.range(0, ObjectStore.PAGE + 50)
            .mapToObj(number -> String.format("objects/%02x/%05d", number % 7, number))
            .sorted()
            .toList();
    inParallel(names, name -> store.create(name, Content.of("")));
    for (int most : new int[] {7, 350, ObjectStore.PAGE}) {
      assertEquals(names, all(most), "pages of " + most);
    }
    assertEquals(names.subList(0, 1), store.list("objects/", "", 1));
    assertEquals(names.subList(900, 1050), store.list("", names.get(899), ObjectStore.PAGE));
    assertThrows(IllegalArgumentException.class, () -> store.list("", "", 0));
    assertThrows(IllegalArgumentException.class, () -> store.list("", "", ObjectStore.PAGE + 1));
  }

  @Test
  void prefixesOfOneBucketDoNotSeeEachOther() throws Exception {
    String beside = prefix.substring(0, prefix.length() - 1) + "0/";
    try (ObjectStore other = open(beside)) {
      assertTrue(store.create("snapshots/1", Content.of("mine")));
      assertTrue(other.create("snapshots/1", Content.of("theirs")));
      assertTrue(other.create("snapshots/2", Content.of("theirs")));
      assertEquals(List.of("snapshots/1"), store.list("", "", ObjectStore.PAGE));
      assertEquals("mine", new String(read(store, "snapshots/1")));
      assertEquals(Kind.ABSENT, refused(() -> store.open("snapshots/2")).kind());
      other.delete("snapshots/1");
      assertEquals("mine", new String(read(store, "snapshots/1")));
    }
  }

  @Test
  void aStoreOpenedAgainHasWhatWasCreated() throws Exception {
    store.create("snapshots/1", Content.of("kept"));
    try (ObjectStore again = open(prefix)) {
      assertEquals("kept", new String(read(again, "snapshots/1")));
    }
  }

  @Test
  void contentThatIsNotAsLongAsItSaysIsNotStored() throws IOException {
    for (int bytes : new int[] {0, 99, 101, 3 * 1024 * 1024}) {
      Content wrong = saying(100, bytes);
      refused(() -> store.create("objects/ab/wrong", wrong));
    }
    Content cut = saying(5 * 1024 * 1024, 5 * 1024 * 1024 - 1);
    refused(() -> store.create("objects/ab/wrong", cut));
    assertEquals(List.of(), store.list("", "", ObjectStore.PAGE));
  }

  @Test
  void contentThatCannotBeReadIsNotStored() throws IOException {
    Content gone =
        new Content() {
          @Override
          public long sizeBytes() {
            return 4;
          }

          @Override
          public InputStream open() throws IOException {
            throw new IOException("gone");
          }
        };
    assertEquals(Kind.UNAVAILABLE, refused(() -> store.create("objects/ab/gone", gone)).kind());
    assertEquals(List.of(), store.list("", "", ObjectStore.PAGE));
  }

  @Test
  void aReaderMayLeaveEarly() throws IOException {
    byte[] bytes = bytes(2 * 1024 * 1024);
    store.create("objects/ab/large", Content.of(bytes));
    for (int round = 0; round < 20; round++) {
      try (InputStream stream = store.open("objects/ab/large")) {
        assertEquals(bytes[0] & 0xff, stream.read());
      }
    }
    assertArrayEquals(bytes, read(store, "objects/ab/large"));
  }

  @Test
  void theLongestNameIsANameAndALongerOneIsNot() throws IOException {
    String longest = "objects/" + "x".repeat(ObjectStore.LONGEST_NAME - 8);
    assertTrue(store.create(longest, Content.of("x")));
    assertEquals(List.of(longest), store.list("", "", ObjectStore.PAGE));
    for (String odd : List.of(longest + "x", "", "/a", "a/", "a//b", "../a", "a/..", "./a", "ä")) {
      assertThrows(IllegalArgumentException.class, () -> store.create(odd, Content.of("")));
      assertThrows(IllegalArgumentException.class, () -> store.open(odd));
      assertThrows(IllegalArgumentException.class, () -> store.delete(odd));
    }
  }

  @Test
  void manyThreadsWriteReadAndListAtOnce() throws Exception {
    List<String> names =
        IntStream.range(0, 200).mapToObj(number -> String.format("objects/%03d", number)).toList();
    inParallel(
        names,
        name -> {
          assertTrue(store.create(name, Content.of(name.repeat(100))));
          assertEquals(name.repeat(100), new String(read(store, name)));
          return store.list(name, "", 1).equals(List.of(name));
        });
    assertEquals(names, store.list("", "", ObjectStore.PAGE));
  }

  @Test
  void itsAddressIsForPeople() {
    assertTrue(store.url().matches("[a-z0-9]+://[^@]*"), store.url());
  }

  private List<String> all(int most) throws StoreProblem {
    List<String> names = new ArrayList<>();
    List<String> page = store.list("objects/", "", most);
    names.addAll(page);
    while (page.size() == most) {
      page = store.list("objects/", page.get(most - 1), most);
      names.addAll(page);
    }
    return names;
  }

  static StoreProblem refused(Callable<?> action) {
    return assertThrows(StoreProblem.class, action::call);
  }

  static byte[] read(ObjectStore store, String name) throws IOException {
    try (InputStream stream = store.open(name)) {
      return stream.readAllBytes();
    }
  }

  static byte[] bytes(int size) {
    byte[] bytes = new byte[size];
    new Random(size).nextBytes(bytes);
    return bytes;
  }

  private static Content saying(long sizeBytes, int bytes) {
    return new Content() {
      @Override
      public long sizeBytes() {
        return sizeBytes;
      }

      @Override
      public InputStream open() {
        return new ByteArrayInputStream(new byte[bytes]);
      }
    };
  }

  private interface Step {
    boolean on(String name) throws Exception;
  }

  private static void inParallel(List<String> names, Step step) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Callable<Boolean>> steps =
          names.stream().<Callable<Boolean>>map(name -> () -> step.on(name)).toList();
      for (Future<Boolean> done : threads.invokeAll(steps)) {
        assertTrue(done.get());
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static List<Boolean> together(Callable<Boolean> one, Callable<Boolean> other)
      throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      CyclicBarrier start = new CyclicBarrier(2);
      List<Boolean> results = new ArrayList<>();
      List<Callable<Boolean>> writers = new ArrayList<>();
      for (Callable<Boolean> writer : List.of(one, other)) {
        writers.add(
            () -> {
              start.await();
              return writer.call();
            });
      }
      for (Future<Boolean> result : threads.invokeAll(writers)) {
        results.add(result.get());
      }
      return results;
    } finally {
      threads.shutdownNow();
    }
  }
}
