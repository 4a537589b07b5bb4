package dev.berth.local.supervise;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Asks one gateway how it is.
 *
 * @param token with it, a gateway says what is the matter
 */
record Probe(int port, String token) {

  /** A gateway that starts keeps its event loop for seconds. */
  private static final int PATIENCE_MILLIS = (int) Duration.ofSeconds(5).toMillis();

  private static final int LONGEST_BYTES = 1 << 16;

  /** How far it is. */
  enum Stage {
    /** It does not answer, or says it starts or drains. */
    SILENT,
    /** It has started, and something that it needs has not. */
    FAILING,
    READY
  }

  /**
   * What it says.
   *
   * @param failing what is not ready yet, in its own words: channels, by their names
   */
  record Answer(Stage stage, List<String> failing) {}

  private record Response(int code, String body) {}

  Answer look() {
    try {
      Response ready = get("/readyz");
      if (ready.code() == HttpURLConnection.HTTP_OK) {
        return new Answer(Stage.READY, List.of());
      }
      return get("/startupz").code() == HttpURLConnection.HTTP_OK
          ? new Answer(Stage.FAILING, failing(ready.body()))
          : new Answer(Stage.SILENT, List.of());
    } catch (IOException noAnswer) {
      return new Answer(Stage.SILENT, List.of());
    }
  }

  private Response get(String path) throws IOException {
    URL url = URI.create("http://127.0.0.1:" + port + path).toURL();
    // A proxy of the machine has no business here.
    HttpURLConnection connection = (HttpURLConnection) url.openConnection(Proxy.NO_PROXY);
    connection.setConnectTimeout(PATIENCE_MILLIS);
    connection.setReadTimeout(PATIENCE_MILLIS);
    connection.setInstanceFollowRedirects(false);
    connection.setRequestProperty("Authorization", "Bearer " + token);
    connection.setRequestProperty("Connection", "close");
    int code = connection.getResponseCode();
    InputStream body =
        code < HttpURLConnection.HTTP_BAD_REQUEST
            ? connection.getInputStream()
            : connection.getErrorStream();
    if (body == null) {
      return new Response(code, "");
    }
    try (body) {
      return new Response(code, new String(body.readNBytes(LONGEST_BYTES), StandardCharsets.UTF_8));
    }
  }

  private static List<String> failing(String body) {
    List<String> names = new ArrayList<>();
    try {
      if (JsonParser.parseString(body) instanceof JsonObject object
          && object.get("failing") instanceof JsonArray failing) {
        for (JsonElement each : failing) {
          names.add(each.isJsonPrimitive() ? each.getAsString() : each.toString());
        }
      }
    } catch (JsonParseException notWhatItSays) {
      return List.of();
    }
    return names;
  }
}
