package dev.berth.deploy.secrets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.auth.Credentials;
import com.google.auth.oauth2.AccessToken;
import com.google.auth.oauth2.GoogleCredentials;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.berth.deploy.secrets.SecretAnswer.State;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The lookup against a server on loopback that answers as Secret Manager does. */
class SecretManagerLookupTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** Far in the future, so that no token is asked for. */
  private static final Credentials LOGGED_IN =
      GoogleCredentials.create(new AccessToken("a-test-login", new Date(Long.MAX_VALUE)));

  private final Map<String, Queue<String>> replies = new ConcurrentHashMap<>();
  private final Queue<String> asked = new ConcurrentLinkedQueue<>();
  private final AtomicInteger inFlight = new AtomicInteger();
  private final AtomicInteger mostInFlight = new AtomicInteger();
  private final CountDownLatch over = new CountDownLatch(1);
  private final ExecutorService workers = Executors.newCachedThreadPool();
  private HttpServer server;

  @BeforeEach
  void listen() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::reply);
    server.setExecutor(workers);
    server.start();
  }

  @AfterEach
  void stop() {
    over.countDown();
    server.stop(0);
    workers.shutdownNow();
  }

  @ParameterizedTest
  @CsvSource({
    "200 ENABLED, THERE",
    "200 DISABLED, NOT_ENABLED",
    "200 DESTROYED, NOT_ENABLED",
    "200 STATE_UNSPECIFIED, UNANSWERED",
    "404 NOT_FOUND, MISSING",
    "403 PERMISSION_DENIED, REFUSED",
    "400 INVALID_ARGUMENT, UNANSWERED",
  })
  void everyAnswerMeansSomething(String reply, State state) {
    assertEquals(state, ask(PATIENCE, Map.of("a-secret", List.of(reply))).get(0).state());
    assertEquals(1, asked.size(), "what is certain is asked once");
  }

  @Test
  void whatIsAskedForIsTheStateOfTheNewestVersionAsWhoeverIsLoggedIn() {
    ask(PATIENCE, Map.of("a-secret", List.of("200 ENABLED")));
    assertEquals(
        List.of(
            "GET /v1/projects/acme-agents-dev/secrets/a-secret/versions/latest Bearer"
                + " a-test-login"),
        List.copyOf(asked));
  }

  @ParameterizedTest
  @CsvSource({"429 RESOURCE_EXHAUSTED", "503 UNAVAILABLE", "500 INTERNAL"})
  void whatMayPassIsAskedAgain(String once) {
    assertEquals(
        State.THERE,
        ask(PATIENCE, Map.of("a-secret", List.of(once, once, "200 ENABLED"))).get(0).state());
    assertEquals(3, asked.size());
  }

  @Test
  void whatDoesNotPassIsGivenUp() {
    SecretAnswer answer = ask(PATIENCE, Map.of("a-secret", List.of("503 UNAVAILABLE"))).get(0);
    assertEquals(State.UNANSWERED, answer.state());
    assertTrue(answer.why().contains("503"), answer.why());
    assertEquals(5, asked.size(), "once and four times again");
  }

  @Test
  void aServerThatNeverAnswersIsGivenUpAfterTheTimeForAll() {
    List<SecretAnswer> answers =
        ask(
            Duration.ofSeconds(2),
            Map.of("a-secret", List.of("hang"), "b-secret", List.of("200 ENABLED")));
    assertEquals(List.of(State.UNANSWERED, State.THERE), states(answers));
  }

  @Test
  void aServerThatIsNotThereIsSaidToBeUnreached() {
    server.stop(0);
    SecretAnswer answer = ask(Duration.ofSeconds(20), Map.of("a-secret", List.of())).get(0);
    assertEquals(State.UNANSWERED, answer.state());
    assertTrue(answer.why().contains("http://127.0.0.1:"), answer.why());
  }

  @Test
  void nobodyLoggedInAsksNothing() {
    SecretLookup lookup =
        new SecretManagerLookup(
            endpoint(),
            () -> {
              throw new IOException("no credentials");
            },
            PATIENCE,
            Duration.ofMillis(1));
    List<SecretAnswer> answers = lookup.ask("acme-agents-dev", List.of("a-secret", "b-secret"));
    assertEquals(List.of(State.UNANSWERED, State.UNANSWERED), states(answers));
    assertTrue(answers.get(0).why().contains("gcloud auth application-default login"));
    assertEquals(0, asked.size());
  }

  @Test
  void manyAreAskedAFewAtATimeAndAnsweredInOrder() {
    List<String> names = IntStream.range(0, 60).mapToObj(each -> "secret-" + each).toList();
    names.forEach(name -> replies.put(name, new ConcurrentLinkedQueue<>(List.of("200 ENABLED"))));
    List<SecretAnswer> answers = lookup(PATIENCE).ask("acme-agents-dev", names);
    assertEquals(names, answers.stream().map(SecretAnswer::name).toList());
    assertTrue(answers.stream().allMatch(each -> each.state() == State.THERE));
    assertTrue(mostInFlight.get() <= 8, () -> mostInFlight + " at once");
  }

  @Test
  void nothingAServerSaysIsShown() {
    for (String reply : List.of("403 PERMISSION_DENIED", "404 NOT_FOUND", "400 x")) {
      String why = ask(PATIENCE, Map.of("a-secret", List.of(reply))).get(0).why();
      assertFalse(why.contains("said-by-the-server"), why);
    }
  }

  private static List<State> states(List<SecretAnswer> answers) {
    return answers.stream().map(SecretAnswer::state).toList();
  }

  /** The last reply of each secret is given again and again. */
  private List<SecretAnswer> ask(Duration patience, Map<String, List<String>> said) {
    said.forEach((name, each) -> replies.put(name, new ConcurrentLinkedQueue<>(each)));
    return lookup(patience).ask("acme-agents-dev", said.keySet().stream().sorted().toList());
  }

  private SecretLookup lookup(Duration patience) {
    return new SecretManagerLookup(endpoint(), () -> LOGGED_IN, patience, Duration.ofMillis(1));
  }

  private String endpoint() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private void reply(HttpExchange exchange) throws IOException {
    mostInFlight.accumulateAndGet(inFlight.incrementAndGet(), Math::max);
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      asked.add(
          exchange.getRequestMethod()
              + " "
              + path
              + " "
              + exchange.getRequestHeaders().getFirst("Authorization"));
      Queue<String> queue = replies.get(path.split("/")[5]);
      String said = queue.size() > 1 ? queue.remove() : queue.element();
      if (said.equals("hang")) {
        over.await();
        return;
      }
      int status = Integer.parseInt(said.substring(0, 3));
      byte[] body = body(path, status, said.substring(4)).getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json; charset=UTF-8");
      exchange.sendResponseHeaders(status, body.length);
      exchange.getResponseBody().write(body);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    } finally {
      inFlight.decrementAndGet();
    }
  }

  /** The forms of google.cloud.secretmanager.v1.SecretVersion and google.rpc.Status. */
  private static String body(String path, int status, String word) {
    return status == 200
        ? """
        { "name": "%s", "createTime": "2026-01-01T00:00:00Z", "state": "%s",
          "replicationStatus": { "automatic": {} }, "etag": "\\"1\\"" }
        """
            .formatted(path.replaceFirst("^/v1/", "").replace("latest", "3"), word)
        : """
        { "error": { "code": %d, "message": "said-by-the-server", "status": "%s" } }
        """
            .formatted(status, word);
  }
}
