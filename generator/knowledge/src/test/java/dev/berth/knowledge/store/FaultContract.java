package dev.berth.knowledge.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.berth.knowledge.store.StoreProblem.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a store behind a network makes of answers that are none, or not the ones it wants. */
public abstract class FaultContract {

  /** Stands for an answer that never comes: the connection is closed instead. */
  private static final int CLOSED = 0;

  private static final byte[] BYTES = ObjectStoreContract.bytes(100_000);

  private final Deque<Integer> answers = new ArrayDeque<>();
  private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private HttpServer server;
  private int cutAfterBytes = Integer.MAX_VALUE;

  /** A store whose server is at this address. */
  protected abstract ObjectStore open(URI endpoint, Duration deadline) throws Exception;

  /** What its server answers to a create that did well. */
  protected abstract String created();

  @BeforeEach
  final void startServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  final void stopServer() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void answer(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    asked.add(
        exchange.getRequestMethod()
            + " "
            + exchange.getRequestURI()
            + " "
            + exchange.getRequestHeaders().entrySet()
            + " "
            + new String(body, StandardCharsets.ISO_8859_1));
    if (exchange.getRequestMethod().equals("HEAD")) {
      exchange.sendResponseHeaders(404, -1);
      exchange.close();
      return;
    }
    int status = next();
    if (status == CLOSED) {
      exchange.close();
    } else if (status == 200 && exchange.getRequestMethod().equals("GET")) {
      give(exchange);
    } else {
      byte[] text = status == 200 ? created().getBytes(StandardCharsets.UTF_8) : new byte[0];
      exchange.getResponseHeaders().add("Content-Type", "application/json");
      exchange.sendResponseHeaders(status, text.length == 0 ? -1 : text.length);
      exchange.getResponseBody().write(text);
      exchange.close();
    }
  }

  /** The last answer stays; no lock is held while a request is read, which may wait for another. */
  private synchronized int next() {
    return answers.size() > 1 ? answers.remove() : answers.element();
  }

  /** Gives the bytes that are asked for, but only up to where it is to be cut. */
  private void give(HttpExchange exchange) throws IOException {
    String range = exchange.getRequestHeaders().getFirst("Range");
    int from = range == null ? 0 : Integer.parseInt(range.replaceAll("\\D", ""));
    exchange.sendResponseHeaders(from == 0 ? 200 : 206, BYTES.length - from);
    exchange.getResponseBody().write(BYTES, from, Math.min(BYTES.length - from, cutAfterBytes));
    exchange.getResponseBody().flush();
    exchange.close();
  }

  private ObjectStore store(Duration deadline, int... statuses) throws Exception {
    for (int status : statuses) {
      answers.add(status);
    }
    URI endpoint = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    return open(endpoint, deadline);
  }

  @ParameterizedTest
  @ValueSource(ints = {408, 429, 500, 502, 503, 504, CLOSED})
  void aPassingFailureIsTriedAgain(int status) throws Exception {
    try (ObjectStore store = store(Duration.ofSeconds(20), status, status, 200, 412)) {
      assertTrue(store.create("snapshots/1", Content.of("x")));
      assertTrue(asked.size() >= 3, asked::toString);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "400, DAMAGED",
    "401, DENIED",
    "403, DENIED",
    "404, NO_BUCKET",
    "429, UNAVAILABLE",
    "503, UNAVAILABLE",
    "0, UNAVAILABLE"
  })
  void aLastingFailureIsToldInASentence(int status, Kind kind) throws Exception {
    try (ObjectStore store = store(Duration.ofSeconds(3), status)) {
      StoreProblem problem =
          ObjectStoreContract.refused(() -> store.create("snapshots/1", Content.of("x")));
      assertEquals(kind, problem.kind(), problem.message());
      assertTrue(problem.message().contains("bucket"), problem.message());
      assertFalse(problem.message().contains("\n"), problem.message());
    }
  }

  @Test
  void aNameThatIsTakenIsNoFailure() throws Exception {
    try (ObjectStore store = store(Duration.ofSeconds(5), 412)) {
      assertFalse(store.create("snapshots/1", Content.of("x")));
      assertEquals(1, asked.size(), asked::toString);
    }
  }

  @Test
  void aCreateSaysThatNothingMayBeThereAndWhatItsChecksumIs() throws Exception {
    try (ObjectStore store = store(Duration.ofSeconds(5), 200, 412)) {
      assertTrue(store.create("snapshots/1", Content.of("x")));
      // The CRC-32C of one `x`, in base64.
      assertTrue(asked.get(0).contains("qTxfkw=="), asked.get(0));
      assertTrue(
          asked.get(0).contains("ifGenerationMatch=0")
              || asked.get(0).contains("If-none-match=[*]"),
          asked.get(0));
    }
  }

  @Test
  void aReadThatEndsEarlyGoesOnWhereItEnded() throws Exception {
    cutAfterBytes = 40_000;
    try (ObjectStore store = store(Duration.ofSeconds(20), 200);
        InputStream stream = store.open("objects/ab/1")) {
      assertArrayEquals(BYTES, stream.readAllBytes());
      assertTrue(asked.size() >= 3, asked::toString);
    }
  }
}
