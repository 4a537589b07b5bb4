package dev.berth.local.echo;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Speaks the protocol of OpenAI's chat completions on 127.0.0.1 and answers with what it was told:
 * {@code GET /v1/models} and {@code POST /v1/chat/completions}, streamed or not. Two questions that
 * are the same are answered the same.
 */
public final class EchoServer implements AutoCloseable {

  /** More than any context of its model. */
  private static final int LONGEST_BYTES = 8 << 20;

  private static final int BAD_REQUEST = 400;

  private final HttpServer server;
  private final ExecutorService threads;
  private final byte[] authorization;

  private EchoServer(HttpServer server, String key) {
    this.server = server;
    this.authorization = ("Bearer " + key).getBytes(StandardCharsets.UTF_8);
    this.threads =
        Executors.newCachedThreadPool(
            work -> {
              Thread thread = new Thread(work, "echo");
              thread.setDaemon(true);
              return thread;
            });
  }

  /**
   * Starts to listen on a free port.
   *
   * @param key whoever asks must show
   */
  public static EchoServer open(String key) throws IOException {
    HttpServer server =
        HttpServer.create(
            new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0), 0);
    EchoServer echo = new EchoServer(server, key);
    server.createContext("/", echo::handle);
    server.setExecutor(echo.threads);
    server.start();
    return echo;
  }

  public int port() {
    return server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String asked = exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
      if (!isAllowed(exchange)) {
        send(exchange, 401, ChatAnswer.error("the key is not the one this server was given"));
      } else if (asked.equals("GET /v1/models")) {
        send(exchange, 200, ChatAnswer.models());
      } else if (asked.equals("POST /v1/chat/completions")) {
        complete(exchange);
      } else {
        send(
            exchange,
            404,
            ChatAnswer.error("there are GET /v1/models and POST /v1/chat/completions"));
      }
    }
  }

  private boolean isAllowed(HttpExchange exchange) {
    String shown = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
    return MessageDigest.isEqual(shown.getBytes(StandardCharsets.UTF_8), authorization);
  }

  private static void complete(HttpExchange exchange) throws IOException {
    byte[] body;
    try (InputStream in = exchange.getRequestBody()) {
      body = in.readNBytes(LONGEST_BYTES + 1);
    }
    if (body.length > LONGEST_BYTES) {
      send(exchange, 413, ChatAnswer.error("a question of more than 8 MiB"));
      return;
    }
    ChatQuestion question;
    try {
      question = ChatQuestion.of(JsonParser.parseString(new String(body, StandardCharsets.UTF_8)));
    } catch (JsonParseException notJson) {
      send(exchange, BAD_REQUEST, ChatAnswer.error("the question is no JSON"));
      return;
    }
    ChatAnswer answer = ChatAnswer.to(question);
    if (!question.stream()) {
      send(exchange, 200, answer.whole());
      return;
    }
    exchange.getResponseHeaders().set("Content-Type", "text/event-stream; charset=utf-8");
    exchange.getResponseHeaders().set("Cache-Control", "no-store");
    exchange.sendResponseHeaders(200, 0);
    try (OutputStream out = exchange.getResponseBody()) {
      for (JsonObject chunk : answer.chunks(question.usage())) {
        out.write(("data: " + chunk + "\n\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
      }
      out.write("data: [DONE]\n\n".getBytes(StandardCharsets.UTF_8));
    }
  }

  private static void send(HttpExchange exchange, int code, JsonObject json) throws IOException {
    byte[] bytes = json.toString().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(code, bytes.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(bytes);
    }
  }
}
