package dev.berth.e2e.openclaw;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * Stands in for a model: keeps what it is asked, and answers what a test wrote down, in pieces or
 * at once, as OpenAI's chat completions. It listens on loopback alone.
 */
public final class ModelServer implements AutoCloseable {

  /** What it says when nothing was written down for it. */
  public static final String OTHERWISE = "Understood.";

  private static final ObjectMapper JSON = new ObjectMapper();

  private final List<ModelRequest> requests = new CopyOnWriteArrayList<>();
  private final Queue<ModelAnswer> answers = new ConcurrentLinkedQueue<>();
  private final Map<String, ModelAnswer> answersByWords = new ConcurrentHashMap<>();
  // Of daemons: an answer that is held for ever must not hold the tests.
  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          work -> {
            Thread thread = new Thread(work, "model");
            thread.setDaemon(true);
            return thread;
          });
  private final int port;
  private @Nullable HttpServer server;

  private ModelServer() throws IOException {
    server = listen(0);
    port = server.getAddress().getPort();
  }

  /** On a port that is free. */
  public static ModelServer start() throws IOException {
    return new ModelServer();
  }

  private HttpServer listen(int where) throws IOException {
    HttpServer listening =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), where), 0);
    listening.setExecutor(threads);
    listening.createContext("/", this::exchange);
    listening.start();
    return listening;
  }

  /** Where it listens, on 127.0.0.1. */
  public int port() {
    return port;
  }

  /** Its base URL, as a provider's configuration takes it. */
  public String baseUrl() {
    return "http://127.0.0.1:" + port + "/v1";
  }

  /** What it was asked so far, in the order of arrival. */
  public List<ModelRequest> requests() {
    return List.copyOf(requests);
  }

  /** Forgets what it was asked and what it was to say. */
  public void reset() {
    requests.clear();
    answers.clear();
    answersByWords.clear();
  }

  /** Says this to the next request that has no answer yet. */
  public void answer(ModelAnswer answer) {
    answers.add(answer);
  }

  /**
   * Says this to the next request that holds these words and offers tools: after a turn OpenClaw
   * has a smaller model sum it up, which offers none.
   */
  public void answerTo(String words, ModelAnswer answer) {
    answersByWords.put(words, answer);
  }

  /** From now on nobody listens at its port. */
  public synchronized void down() {
    if (server != null) {
      server.stop(0);
      server = null;
    }
  }

  /** Listens again, where it did. */
  public synchronized void up() {
    if (server == null) {
      try {
        server = listen(port);
      } catch (IOException taken) {
        throw new UncheckedIOException(taken);
      }
    }
  }

  @Override
  public void close() {
    down();
    threads.shutdownNow();
  }

  private void exchange(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      if (!exchange.getRequestMethod().equals("POST")) {
        send(exchange, 404, "application/json", "{}");
        return;
      }
      String key = exchange.getRequestHeaders().getFirst("Authorization");
      ModelRequest request =
          new ModelRequest(
              exchange.getRequestURI().getPath(),
              key == null ? "" : key.replaceFirst("^Bearer ", ""),
              JSON.readTree(body));
      // The answer is taken first: a test that sees the request may write down the next one.
      ModelAnswer answer = answerTo(request);
      requests.add(request);
      say(exchange, request, answer == null ? new ModelAnswer.Text(OTHERWISE) : answer);
    }
  }

  private static boolean isOf(ModelRequest request, String words) {
    return !request.tools().isEmpty() && String.join("\n", request.said()).contains(words);
  }

  private @Nullable ModelAnswer answerTo(ModelRequest request) {
    for (String words : answersByWords.keySet()) {
      ModelAnswer answer = isOf(request, words) ? answersByWords.remove(words) : null;
      if (answer != null) {
        return answer;
      }
    }
    return answers.poll();
  }

  private static void say(HttpExchange exchange, ModelRequest request, ModelAnswer answer)
      throws IOException {
    if (answer instanceof ModelAnswer.Held held) {
      try {
        held.release().await();
      } catch (InterruptedException closed) {
        Thread.currentThread().interrupt();
        return;
      }
      say(exchange, request, held.answer());
    } else if (answer instanceof ModelAnswer.Refusal refusal) {
      send(
          exchange,
          refusal.status(),
          "application/json",
          "{\"error\":{\"message\":\"refused by the test\",\"type\":\"test\"}}");
    } else if (request.stream()) {
      StringBuilder text = new StringBuilder();
      for (Object chunk : ChatCompletion.chunks(request.model(), answer)) {
        text.append("data: ").append(JSON.writeValueAsString(chunk)).append("\n\n");
      }
      send(exchange, 200, "text/event-stream", text + "data: [DONE]\n\n");
    } else {
      Object whole = ChatCompletion.whole(request.model(), answer);
      send(exchange, 200, "application/json", JSON.writeValueAsString(whole));
    }
  }

  private static void send(HttpExchange exchange, int status, String type, String text)
      throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }
}
