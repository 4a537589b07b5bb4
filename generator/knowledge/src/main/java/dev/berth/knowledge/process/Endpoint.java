package dev.berth.knowledge.process;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/** Tells of the watch over HTTP: {@code /healthz}, {@code /readyz} and {@code /metrics}. */
final class Endpoint implements AutoCloseable {

  private static final String PLAIN = "text/plain; charset=utf-8";

  static {
    // Read once, when the server's class is loaded: a caller that never ends its request, or never
    // reads the answer, must not keep a thread for ever. Seconds.
    System.setProperty("sun.net.httpserver.maxReqTime", "10");
    System.setProperty("sun.net.httpserver.maxRspTime", "10");
  }

  private record Answer(int code, String type, String text) {}

  private final HttpServer server;
  private final ExecutorService threads;
  private final Supplier<Status> status;
  private final Clock clock;

  private Endpoint(HttpServer server, Supplier<Status> status, Clock clock) {
    this.server = server;
    this.status = status;
    this.clock = clock;
    this.threads =
        Executors.newFixedThreadPool(
            2,
            work -> {
              Thread thread = new Thread(work, "endpoint");
              thread.setDaemon(true);
              return thread;
            });
  }

  /**
   * Starts to listen.
   *
   * @throws UsageProblem when the address is another's, or not of this machine
   */
  static Endpoint open(Listen listen, Supplier<Status> status, Clock clock)
      throws IOException, UsageProblem {
    InetSocketAddress address = new InetSocketAddress(listen.host(), listen.port());
    if (address.isUnresolved()) {
      throw new UsageProblem(
          "--listen " + listen + ": there is no such host", "write --listen 0.0.0.0:9464");
    }
    HttpServer server;
    try {
      server = HttpServer.create(address, 0);
    } catch (BindException taken) {
      throw new UsageProblem(
          "--listen " + listen + ": the port is taken, or the address is not this machine's",
          "stop the other process, or choose another port: --listen 127.0.0.1:9465");
    }
    Endpoint endpoint = new Endpoint(server, status, clock);
    server.createContext("/", endpoint::handle);
    server.setExecutor(endpoint.threads);
    server.start();
    return endpoint;
  }

  /** The port it listens on; the one that was free when 0 was asked for. */
  int port() {
    return server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String method = exchange.getRequestMethod();
      boolean head = method.equals("HEAD");
      Answer answer =
          head || method.equals("GET")
              ? answer(String.valueOf(exchange.getRequestURI().getPath()))
              : new Answer(405, PLAIN, "GET and HEAD only\n");
      if (answer.code() == 405) {
        exchange.getResponseHeaders().set("Allow", "GET, HEAD");
      }
      byte[] body = answer.text().getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", answer.type());
      exchange.getResponseHeaders().set("Cache-Control", "no-store");
      exchange.sendResponseHeaders(answer.code(), head ? -1 : body.length);
      if (!head) {
        exchange.getResponseBody().write(body);
      }
    }
  }

  private Answer answer(String path) {
    return switch (path) {
      case "/healthz" -> new Answer(200, PLAIN, "alive\n");
      case "/readyz" -> {
        Readiness readiness = Readiness.of(status.get(), clock.instant());
        yield new Answer(readiness.ready() ? 200 : 503, "application/json", readiness.json());
      }
      case "/metrics" -> new Answer(200, MetricsText.CONTENT_TYPE, MetricsText.of(status.get()));
      default -> new Answer(404, PLAIN, "there are /healthz, /readyz and /metrics\n");
    };
  }
}
