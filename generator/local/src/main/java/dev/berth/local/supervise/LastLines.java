package dev.berth.local.supervise;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the last lines of a gateway's output say, which is a JSON object a line with {@code level}
 * and {@code message}, and before its logging is set up plain text.
 */
record LastLines(List<String> lines) {

  private static final String FAILED = "Gateway failed to start: ";

  /** As much as one looks at; the whole is in the log. */
  private static final int MOST_CHARACTERS = 400;

  /** Whether any of them has these words, whatever their case. */
  boolean say(String words) {
    String wanted = words.toLowerCase(Locale.ROOT);
    return lines.stream().anyMatch(line -> line.toLowerCase(Locale.ROOT).contains(wanted));
  }

  /** Why it ended, in its own words: what it says of its start, else its last error. */
  Optional<String> reason() {
    List<String> errors = errors();
    return errors.stream()
        .filter(error -> error.startsWith(FAILED))
        .findFirst()
        .map(error -> error.substring(FAILED.length()))
        .or(() -> errors.isEmpty() ? Optional.empty() : Optional.of(errors.get(errors.size() - 1)))
        .map(LastLines::oneLine);
  }

  private List<String> errors() {
    List<String> errors = new ArrayList<>();
    for (String line : lines) {
      Optional<JsonObject> json = json(line);
      if (json.isEmpty()) {
        if (!line.isBlank()) {
          errors.add(line);
        }
      } else if (text(json.get(), "level").matches("error|fatal")) {
        errors.add(text(json.get(), "message"));
      }
    }
    return errors;
  }

  private static Optional<JsonObject> json(String line) {
    if (!line.startsWith("{")) {
      return Optional.empty();
    }
    try {
      JsonElement element = JsonParser.parseString(line);
      return element.isJsonObject() ? Optional.of(element.getAsJsonObject()) : Optional.empty();
    } catch (JsonParseException cutOff) {
      return Optional.empty();
    }
  }

  private static String text(JsonObject object, String name) {
    JsonElement value = object.get(name);
    return value == null || !value.isJsonPrimitive() ? "" : value.getAsString();
  }

  static String oneLine(String text) {
    String line = text.strip().replaceAll("\\s+", " ");
    return line.length() <= MOST_CHARACTERS ? line : line.substring(0, MOST_CHARACTERS) + "...";
  }
}
