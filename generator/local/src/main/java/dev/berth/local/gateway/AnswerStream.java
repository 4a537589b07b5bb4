package dev.berth.local.gateway;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An answer as it comes: server-sent events
 * (https://html.spec.whatwg.org/multipage/server-sent-events.html), each a chunk of a chat
 * completion, an error, or {@code [DONE]}.
 */
final class AnswerStream {

  private static final String END = "[DONE]";
  private static final int MOST_SAID_CHARACTERS = 2000;

  private final Consumer<String> heard;
  private final StringBuilder text = new StringBuilder();
  private final StringBuilder event = new StringBuilder();
  private String reason = "";
  private @Nullable String error;

  AnswerStream(Consumer<String> heard) {
    this.heard = heard;
  }

  /** What was said so far. */
  String text() {
    return text.toString();
  }

  /** Takes a line without its end; the turn when that was its last. */
  Optional<Turn> line(String line) {
    if (line.startsWith("data:")) {
      event.append(event.isEmpty() ? "" : "\n").append(line.substring("data:".length()).strip());
      return Optional.empty();
    }
    return line.isEmpty() ? event() : Optional.empty();
  }

  /** The turn of a stream that ended before it said so. */
  Turn cut() {
    return event()
        .orElseGet(
            () ->
                error != null
                    ? new Turn.Failed(Turn.Kind.RUN_FAILED, 200, error, text())
                    : new Turn.Failed(Turn.Kind.CUT, 200, "", text()));
  }

  private Optional<Turn> event() {
    String data = event.toString();
    event.setLength(0);
    if (data.equals(END)) {
      return Optional.of(
          error != null
              ? new Turn.Failed(Turn.Kind.RUN_FAILED, 200, error, text())
              : new Turn.Answered(text(), reason));
    }
    object(data).ifPresent(this::chunk);
    return Optional.empty();
  }

  private void chunk(JsonObject chunk) {
    if (chunk.has("error")) {
      error = said(chunk.toString());
    }
    object(chunk, "choices", 0)
        .ifPresent(
            choice -> {
              string(choice, "finish_reason").ifPresent(word -> reason = word);
              object(choice, "delta", -1)
                  .flatMap(delta -> string(delta, "content"))
                  .filter(piece -> !piece.isEmpty())
                  .ifPresent(
                      piece -> {
                        text.append(piece);
                        heard.accept(piece);
                      });
            });
  }

  /** What the body of an error says, in one line: its message, or what there is of it. */
  static String said(String body) {
    Optional<JsonObject> object = object(body);
    String all =
        object
            .flatMap(each -> object(each, "error", -1))
            .flatMap(each -> string(each, "message"))
            .or(() -> object.flatMap(each -> string(each, "error")))
            .or(() -> object.flatMap(each -> string(each, "message")))
            .orElse(object.isPresent() ? "" : body);
    String line = all.replaceAll("\\s+", " ").strip();
    return line.length() <= MOST_SAID_CHARACTERS ? line : line.substring(0, MOST_SAID_CHARACTERS);
  }

  private static Optional<JsonObject> object(String text) {
    if (text.isBlank()) {
      return Optional.empty();
    }
    try {
      JsonElement element = JsonParser.parseString(text);
      return element.isJsonObject() ? Optional.of(element.getAsJsonObject()) : Optional.empty();
    } catch (JsonParseException noJson) {
      return Optional.empty();
    }
  }

  /** The object under a key, or the one at {@code index} of the list there. */
  private static Optional<JsonObject> object(JsonObject in, String key, int index) {
    JsonElement found = in.get(key);
    if (found != null && index >= 0) {
      found =
          found.isJsonArray() && found.getAsJsonArray().size() > index
              ? found.getAsJsonArray().get(index)
              : null;
    }
    return found != null && found.isJsonObject()
        ? Optional.of(found.getAsJsonObject())
        : Optional.empty();
  }

  private static Optional<String> string(JsonObject in, String key) {
    JsonElement found = in.get(key);
    return found != null && found.isJsonPrimitive()
        ? Optional.of(found.getAsString())
        : Optional.empty();
  }
}
