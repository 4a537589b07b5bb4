package dev.berth.local.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Turns with a gateway that says what a test wants, byte by byte. */
class GatewayTurnTest {

  private static final Duration LONG = Duration.ofSeconds(120);
  private static final String STREAM =
      "HTTP/1.1 200 OK\r\n"
          + "Content-Type: text/event-stream; charset=utf-8\r\n"
          + "Connection: close\r\n\r\n";
  private static final String TOKEN = "0123456789abcdef";

  private final List<String> heard = new ArrayList<>();
  private String request = "";
  private String body = "";

  @Test
  void anAnswerComesInPiecesAndAsAWhole() throws IOException {
    Turn turn = ask(STREAM + chunk("Hello") + chunk(", you") + last() + "data: [DONE]\n\n");
    assertEquals(new Turn.Answered("Hello, you", "stop"), turn);
    assertEquals(List.of("Hello", ", you"), heard);
  }

  @Test
  void theGatewayIsAskedAsItsDocumentationSays() throws IOException {
    ask(STREAM + "data: [DONE]\n\n");
    assertTrue(request.startsWith("POST /v1/chat/completions HTTP/1.1"), request);
    assertTrue(request.contains("Authorization: Bearer " + TOKEN), request);
    JsonObject asked = JsonParser.parseString(body).getAsJsonObject();
    assertEquals("openclaw/reader", asked.get("model").getAsString());
    assertTrue(asked.get("stream").getAsBoolean());
    assertFalse(asked.has("user"));
    assertEquals(
        "[{\"role\":\"user\",\"content\":\"who are you? ö\"}]", asked.get("messages").toString());
  }

  @Test
  void aConversationHasAName() throws IOException {
    ask(Optional.of("papers"), LONG, bytes(STREAM + "data: [DONE]\n\n"));
    assertEquals(
        "papers", JsonParser.parseString(body).getAsJsonObject().get("user").getAsString());
  }

  @Test
  void aCharacterMayComeInPieces() throws IOException {
    byte[] all = bytes(STREAM + chunk("dürfen 🦞 ja") + last() + "data: [DONE]\n\n");
    byte[][] single = new byte[all.length][];
    for (int each = 0; each < all.length; each++) {
      single[each] = Arrays.copyOfRange(all, each, each + 1);
    }
    assertEquals(new Turn.Answered("dürfen 🦞 ja", "stop"), ask(Optional.empty(), LONG, single));
  }

  @Test
  void commentsOtherFieldsAndCarriageReturnsAreNoText() throws IOException {
    assertEquals(
        new Turn.Answered("yes", "stop"),
        ask(
            STREAM
                + ": ping\r\n\r\nevent: x\r\nid: 1\r\n"
                + chunk("yes").replace("\n", "\r\n")
                + "data: 7\n\ndata: no json\n\ndata: {\"choices\":[]}\n\n"
                + last()
                + "data:[DONE]\n\n"));
  }

  @Test
  void anEmptyAnswerIsAnAnswer() throws IOException {
    assertEquals(new Turn.Answered("", "stop"), ask(STREAM + last() + "data: [DONE]\n\n"));
  }

  @Test
  void aStreamThatEndsTooEarlyIsNoAnswer() throws IOException {
    assertEquals(
        new Turn.Failed(Turn.Kind.CUT, 200, "", "Hel"), ask(STREAM + chunk("Hel") + "data: {\"ch"));
    assertEquals(new Turn.Failed(Turn.Kind.CUT, 200, "", ""), ask(STREAM));
    assertEquals(new Turn.Failed(Turn.Kind.CUT, 0, "", ""), ask(""));
  }

  @Test
  void theLastEventNeedsNoEmptyLine() throws IOException {
    assertEquals(new Turn.Answered("a", ""), ask(STREAM + chunk("a") + "data: [DONE]"));
  }

  @Test
  void anErrorInTheStreamEndsTheTurn() throws IOException {
    String error =
        "data: {\"error\":{\"message\":\"model   is\\n down\",\"type\":\"api_error\"}}\n\n";
    assertEquals(
        new Turn.Failed(Turn.Kind.RUN_FAILED, 200, "model is down", "Hel"),
        ask(STREAM + chunk("Hel") + error + "data: [DONE]\n\n"));
    assertEquals(
        new Turn.Failed(Turn.Kind.RUN_FAILED, 200, "model is down", ""), ask(STREAM + error));
  }

  @Test
  void whatTheGatewayRefusesIsToldApart() throws IOException {
    String json = "{\"error\":{\"message\":\"no such agent\"}}";
    assertEquals(
        new Turn.Failed(Turn.Kind.REFUSED, 400, "no such agent", ""), ask(http("400 Bad", json)));
    assertEquals(new Turn.Failed(Turn.Kind.DENIED, 403, "no", ""), ask(http("403 No", "no")));
    assertEquals(Turn.Kind.DENIED, kind(ask(http("401 No", json))));
    assertEquals(Turn.Kind.BUSY, kind(ask(http("429 Many", json))));
    assertEquals(Turn.Kind.BUSY, kind(ask(http("503 Draining", json))));
    assertEquals(
        new Turn.Failed(Turn.Kind.RUN_FAILED, 500, "boom", ""),
        ask(http("500 Bad", "{\"error\":\"boom\"}")));
    assertEquals(Turn.Kind.STRANGE, kind(ask(http("404 Not Found", "Not Found"))));
    assertEquals(Turn.Kind.STRANGE, kind(ask(http("200 OK", "<html>"))));
    assertEquals(Turn.Kind.REFUSED, kind(ask(http("302 Found", ""))));
  }

  @Test
  void nobodyListens() throws IOException {
    int free;
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      free = server.getLocalPort();
    }
    Turn turn = new GatewayTurn(free, TOKEN, LONG).ask("a", "b", Optional.empty(), heard::add);
    assertEquals(new Turn.Failed(Turn.Kind.NOBODY, 0, "", ""), turn);
  }

  @Test
  void silenceEndsTheTurnAndKeepsWhatWasSaid() throws IOException {
    CountDownLatch over = new CountDownLatch(1);
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread gateway = new Thread(() -> serve(server, over, bytes(STREAM + chunk("Hel"))));
      gateway.start();
      Turn turn =
          new GatewayTurn(server.getLocalPort(), TOKEN, Duration.ofMillis(300))
              .ask("a", "b", Optional.empty(), heard::add);
      over.countDown();
      assertEquals(Turn.Kind.SILENT, kind(turn));
    }
  }

  @Test
  void theTokenIsInNoText() {
    assertFalse(new GatewayTurn(1, TOKEN, LONG).toString().contains(TOKEN));
  }

  private static Turn.Kind kind(Turn turn) {
    return ((Turn.Failed) turn).kind();
  }

  private static String chunk(String text) {
    return "data: {\"choices\":[{\"index\":0,\"delta\":{\"role\":\"assistant\",\"content\":\""
        + text
        + "\"},\"finish_reason\":null}]}\n\n";
  }

  private static String last() {
    return "data: {\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}\n\n";
  }

  private static String http(String status, String body) {
    return "HTTP/1.1 %s\r\nContent-Type: application/json\r\nContent-Length: %d\r\nConnection: close\r\n\r\n%s"
        .formatted(status, body.length(), body);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private Turn ask(String says) throws IOException {
    return ask(Optional.empty(), LONG, bytes(says));
  }

  private Turn ask(Optional<String> conversation, Duration silence, byte[]... says)
      throws IOException {
    heard.clear();
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread gateway = new Thread(() -> serve(server, new CountDownLatch(0), says));
      gateway.start();
      Turn turn =
          new GatewayTurn(server.getLocalPort(), TOKEN, silence)
              .ask("reader", "who are you? ö", conversation, heard::add);
      gateway.join();
      return turn;
    } catch (InterruptedException stopped) {
      throw new AssertionError(stopped);
    }
  }

  private void serve(ServerSocket server, CountDownLatch over, byte[]... says) {
    try (Socket socket = server.accept();
        BufferedReader in =
            new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
        OutputStream out = socket.getOutputStream()) {
      socket.setTcpNoDelay(true);
      StringBuilder head = new StringBuilder();
      int length = 0;
      for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
        head.append(line).append('\n');
        if (line.startsWith("Content-Length: ")) {
          length = Integer.parseInt(line.substring("Content-Length: ".length()));
        }
      }
      char[] latin = new char[length];
      for (int at = 0; at < length; ) {
        at += in.read(latin, at, length - at);
      }
      request = head.toString();
      body =
          new String(
              new String(latin).getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
      for (byte[] each : says) {
        out.write(each);
        out.flush();
      }
      over.await(60, TimeUnit.SECONDS);
    } catch (IOException | InterruptedException gone) {
      // The turn was over first.
    }
  }
}
