package dev.berth.local.supervise;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * Stands in for {@code openclaw.mjs gateway run}: what it does is the first argument, where the
 * package's file would be. Its lines and exit codes are those of OpenClaw 2026.9.6.
 */
final class FakeGateway {

  /** A secret that it prints, as a careless plugin would. */
  static final String SECRET_VARIABLE = "RESEARCH_KEY";

  private FakeGateway() {}

  public static void main(String[] arguments) throws Exception {
    error("my key is " + System.getenv(SECRET_VARIABLE));
    error("my token is " + System.getenv("OPENCLAW_GATEWAY_TOKEN"));
    switch (arguments[0]) {
      case "ready" -> serve(200, "{\"ready\":true,\"failing\":[]}");
      case "failing" -> serve(503, "{\"ready\":false,\"failing\":[\"telegram\"]}");
      case "silent" -> TimeUnit.DAYS.sleep(1);
      case "stubborn" -> {
        Runtime.getRuntime().addShutdownHook(new Thread(FakeGateway::sleep));
        serve(200, "{\"ready\":true,\"failing\":[]}");
      }
      case "parent" -> {
        new ProcessBuilder("sleep", "86400").start();
        serve(200, "{\"ready\":true,\"failing\":[]}");
      }
      case "crash" -> end(1, "Gateway failed to start: the moon is full");
      case "crash-once" -> {
        if (Files.exists(Path.of("crashed"))) {
          serve(200, "{\"ready\":true,\"failing\":[]}");
        } else {
          Files.createFile(Path.of("crashed"));
          end(1, "Gateway failed to start: the moon is full");
        }
      }
      case "unknown-key" ->
          end(
              78,
              "Gateway failed to start: Invalid config at openclaw.json:\\n"
                  + "openclaw.json:2 - gateway: Unrecognized key: \\\"foo\\\"");
      case "another-owner" -> {
        Path folder = Files.createDirectories(Path.of("state/tmp/openclaw-1000"));
        Files.writeString(folder.resolve("gateway.state.lock"), "{\n  \"pid\": 4242,\n}");
        end(
            78,
            "Gateway failed to start: StateDatabaseCoordinatorContentionError: another OpenClaw"
                + " process owns gateway-lifecycle");
      }
      case "no-secret" -> end(1, "Startup failed: required secrets are unavailable..");
      case "disk-full" -> end(1, "ENOSPC: no space left on device, write");
      case "wrong-node" -> {
        System.out.println(
            "openclaw: Node 20.20.2: node:sqlite is unavailable; use 24.16+/26.1+ or a build with"
                + " the fix.");
        System.exit(1);
      }
      default -> throw new IllegalArgumentException(arguments[0]);
    }
  }

  private static void serve(int readyCode, String ready) throws IOException {
    int port = Integer.parseInt(System.getenv("OPENCLAW_GATEWAY_PORT"));
    HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0);
    answer(server, "/readyz", readyCode, ready);
    answer(server, "/startupz", 200, "{\"ok\":true}");
    server.start();
  }

  private static void answer(HttpServer server, String path, int code, String text) {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    server.createContext(
        path,
        exchange -> {
          try (exchange) {
            exchange.sendResponseHeaders(code, body.length);
            exchange.getResponseBody().write(body);
          }
        });
  }

  private static void end(int code, String message) {
    error(message);
    System.exit(code);
  }

  private static void error(String message) {
    System.out.println(
        "{\"time\":\"2026-11-22T00:48:10.110+00:00\",\"level\":\"error\",\"message\":\""
            + message
            + "\"}");
  }

  private static void sleep() {
    try {
      TimeUnit.DAYS.sleep(1);
    } catch (InterruptedException killed) {
      Thread.currentThread().interrupt();
    }
  }
}
