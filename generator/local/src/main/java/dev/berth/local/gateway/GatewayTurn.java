package dev.berth.local.gateway;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.SocketTimeoutException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Asks an agent through its gateway's HTTP API, {@code POST /v1/chat/completions}
 * (docs/gateway/openai-http-api.md of OpenClaw). It takes a class of the JDK that loads fast, and
 * that ends a wait for each next byte, where java.net.http knows one deadline for all of them.
 *
 * @param port on 127.0.0.1
 * @param token the gateway's own; never part of what is said of a turn
 * @param mostSilence how long nothing may come before the turn is given up
 */
public record GatewayTurn(int port, String token, Duration mostSilence) {

  private static final Duration TO_CONNECT = Duration.ofSeconds(10);
  private static final int MOST_SAID_BYTES = 64 * 1024;

  /**
   * One turn.
   *
   * @param agent OpenClaw's name of it, e.g. {@code reader}
   * @param words what it is asked
   * @param conversation turns of the same one share a memory; empty for a turn of its own
   * @param heard is given each piece of the answer as it comes
   */
  public Turn ask(
      String agent, String words, Optional<String> conversation, Consumer<String> heard) {
    byte[] body = body(agent, words, conversation).toString().getBytes(StandardCharsets.UTF_8);
    AnswerStream answer = new AnswerStream(heard);
    HttpURLConnection connection = connection(body.length);
    try {
      try (OutputStream out = connection.getOutputStream()) {
        out.write(body);
      }
      int status = connection.getResponseCode();
      return status == HttpURLConnection.HTTP_OK
          ? read(connection, answer)
          : refused(status, connection.getErrorStream());
    } catch (ConnectException nobody) {
      return failed(Turn.Kind.NOBODY, answer);
    } catch (SocketTimeoutException silent) {
      return failed(Turn.Kind.SILENT, answer);
    } catch (IOException cut) {
      return failed(Turn.Kind.CUT, answer);
    } finally {
      connection.disconnect();
    }
  }

  private static JsonObject body(String agent, String words, Optional<String> conversation) {
    JsonObject message = new JsonObject();
    message.addProperty("role", "user");
    message.addProperty("content", words);
    JsonArray messages = new JsonArray();
    messages.add(message);
    JsonObject body = new JsonObject();
    body.addProperty("model", "openclaw/" + agent);
    body.addProperty("stream", true);
    conversation.ifPresent(name -> body.addProperty("user", name));
    body.add("messages", messages);
    return body;
  }

  private HttpURLConnection connection(int bytes) {
    HttpURLConnection connection;
    try {
      URL address = new URL("http", "127.0.0.1", port, "/v1/chat/completions");
      connection = (HttpURLConnection) address.openConnection(Proxy.NO_PROXY);
      connection.setRequestMethod("POST");
    } catch (IOException nothingIsOpenedYet) {
      throw new UncheckedIOException(nothingIsOpenedYet);
    }
    connection.setDoOutput(true);
    // A body of a fixed length is never sent twice, and a turn must not be.
    connection.setFixedLengthStreamingMode(bytes);
    connection.setInstanceFollowRedirects(false);
    connection.setConnectTimeout(Math.toIntExact(TO_CONNECT.toMillis()));
    connection.setReadTimeout(Math.toIntExact(mostSilence.toMillis()));
    connection.setRequestProperty("Authorization", "Bearer " + token);
    connection.setRequestProperty("Content-Type", "application/json");
    connection.setRequestProperty("Accept", "text/event-stream");
    return connection;
  }

  private static Turn read(HttpURLConnection connection, AnswerStream answer) throws IOException {
    String type = String.valueOf(connection.getContentType()).toLowerCase(Locale.ROOT);
    if (!type.startsWith("text/event-stream")) {
      return failed(Turn.Kind.STRANGE, answer);
    }
    // The reader keeps the first bytes of a character until its last ones come.
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        Optional<Turn> ended = answer.line(line);
        if (ended.isPresent()) {
          return ended.get();
        }
      }
    }
    return answer.cut();
  }

  private static Turn refused(int status, @Nullable InputStream error) throws IOException {
    String said = "";
    if (error != null) {
      try (error) {
        said = new String(error.readNBytes(MOST_SAID_BYTES), StandardCharsets.UTF_8);
      }
    }
    Turn.Kind kind =
        switch (status) {
          case 401, 403 -> Turn.Kind.DENIED;
          case 429, 503 -> Turn.Kind.BUSY;
          case 404, 405 -> Turn.Kind.STRANGE;
          default -> status >= 500 ? Turn.Kind.RUN_FAILED : Turn.Kind.REFUSED;
        };
    return new Turn.Failed(kind, status, AnswerStream.said(said), "");
  }

  private static Turn failed(Turn.Kind kind, AnswerStream answer) {
    return new Turn.Failed(kind, 0, "", answer.text());
  }

  /** Without the token. */
  @Override
  public String toString() {
    return "turns through port " + port;
  }
}
