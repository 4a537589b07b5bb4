package dev.berth.local.supervise;

import com.google.gson.JsonParseException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.berth.local.control.AgentOrder;
import dev.berth.local.control.AgentReport;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Reader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Answers what a supervisor is asked on 127.0.0.1, of whoever shows its token. */
final class Endpoint implements AutoCloseable {

  static {
    // Read once, when the server's class is loaded: a line must not wait for the next.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  /** What was started for a caller that went away has no turn to end yet. */
  private static final Duration ABANDONED = Duration.ofSeconds(10);

  /** What is replaced may end what it is doing. */
  private static final Duration REPLACED = Duration.ofSeconds(30);

  private final HttpServer server;
  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          work -> {
            Thread thread = new Thread(work, "asked");
            thread.setDaemon(true);
            return thread;
          });
  private final byte[] authorization;
  private final Roster roster;
  private final Roster.Making making;

  private Endpoint(HttpServer server, String token, Roster roster, Roster.Making making) {
    this.server = server;
    this.authorization = ("Bearer " + token).getBytes(StandardCharsets.UTF_8);
    this.roster = roster;
    this.making = making;
  }

  static Endpoint open(String token, Roster roster, Roster.Making making) throws IOException {
    HttpServer server =
        HttpServer.create(
            new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0), 0);
    Endpoint endpoint = new Endpoint(server, token, roster, making);
    server.createContext("/", endpoint::handle);
    server.setExecutor(endpoint.threads);
    server.start();
    return endpoint;
  }

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
      if (!isAllowed(exchange)) {
        exchange.sendResponseHeaders(403, -1);
      } else if (!roster.enter()) {
        exchange.sendResponseHeaders(503, -1);
      } else {
        try {
          answer(exchange);
        } finally {
          roster.leave();
        }
      }
    }
  }

  /** A page of a browser can reach this port; it has no token, and calls it by another name. */
  private boolean isAllowed(HttpExchange exchange) {
    String host = String.valueOf(exchange.getRequestHeaders().getFirst("Host"));
    String shown = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
    return host.equals("127.0.0.1:" + port())
        && MessageDigest.isEqual(shown.getBytes(StandardCharsets.UTF_8), authorization);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    try (Reader body = new InputStreamReader(exchange.getRequestBody(), StandardCharsets.UTF_8)) {
      switch (path) {
        case Wire.STATUS -> new Lines(exchange).end(roster.reports());
        case Wire.UP -> up(exchange, Wire.GSON.fromJson(body, Wire.Orders.class).orders());
        case Wire.RESTART -> {
          Wire.Some some = Wire.GSON.fromJson(body, Wire.Some.class);
          follow(
              exchange,
              () -> roster.restart(some.ids(), Duration.ofMillis(some.graceMillis()), making),
              Keeper::isSettled);
        }
        case Wire.DOWN -> {
          Wire.Some some = Wire.GSON.fromJson(body, Wire.Some.class);
          follow(
              exchange,
              () -> roster.down(some.ids(), Duration.ofMillis(some.graceMillis())),
              Keeper::isDone);
        }
        default -> exchange.sendResponseHeaders(404, -1);
      }
    } catch (JsonParseException notOurs) {
      exchange.sendResponseHeaders(400, -1);
    }
  }

  private void up(HttpExchange exchange, List<AgentOrder> orders) throws IOException {
    Set<String> ids = orders.stream().map(AgentOrder::id).collect(Collectors.toSet());
    if (ids.size() < orders.size()) {
      new Lines(exchange).line(Wire.Line.no("an agent was ordered twice"));
      return;
    }
    follow(exchange, () -> roster.up(orders, REPLACED, making), Keeper::isSettled);
  }

  /** Something that is asked of the roster. */
  private interface Asking {
    Roster.Asked ask();
  }

  /** Tells what becomes of it until that is known; whoever hangs up before has not asked. */
  private void follow(HttpExchange exchange, Asking asking, Predicate<Keeper> settled)
      throws IOException {
    LinkedBlockingQueue<Keeper> changed = new LinkedBlockingQueue<>();
    Consumer<Keeper> listener = changed::add;
    roster.listen(listener);
    Roster.Asked asked = asking.ask();
    try {
      Lines lines = new Lines(exchange);
      for (Keeper each : asked.all()) {
        lines.line(Wire.Line.of(each.report()));
      }
      while (!asked.all().stream().allMatch(settled)) {
        Optional<Keeper> change = Optional.ofNullable(changed.poll(1, TimeUnit.SECONDS));
        if (change.isEmpty()) {
          lines.alive();
        } else if (isOf(asked, change.get())) {
          lines.line(Wire.Line.of(change.get().report()));
        }
      }
      lines.end(asked.all().stream().map(Keeper::report).toList());
    } catch (IOException hungUp) {
      asked.started().forEach(each -> each.stop(ABANDONED));
      throw hungUp;
    } catch (InterruptedException ending) {
      Thread.currentThread().interrupt();
    } finally {
      roster.unlisten(listener);
    }
  }

  private static boolean isOf(Roster.Asked asked, Keeper keeper) {
    return asked.all().stream().anyMatch(each -> each.order().id().equals(keeper.order().id()));
  }

  /** An answer, line by line. */
  private static final class Lines {
    private final OutputStream out;

    Lines(HttpExchange exchange) throws IOException {
      exchange.getResponseHeaders().set("Content-Type", "application/x-ndjson; charset=utf-8");
      exchange.sendResponseHeaders(200, 0);
      out = exchange.getResponseBody();
    }

    void line(Wire.Line line) throws IOException {
      out.write((Wire.GSON.toJson(line) + "\n").getBytes(StandardCharsets.UTF_8));
      out.flush();
    }

    void alive() throws IOException {
      out.write('\n');
      out.flush();
    }

    void end(List<AgentReport> reports) throws IOException {
      line(Wire.Line.end(reports));
      out.close();
    }
  }
}
