package dev.berth.local.echo;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a chat completion is asked for. Whatever is missing or of another shape counts as empty.
 *
 * @param system all that the system or the developer says, one after the other
 * @param last the last words of the user's own
 * @param stream whether the answer comes in parts
 * @param usage whether its last part counts tokens
 */
record ChatQuestion(String system, String last, boolean stream, boolean usage) {

  static ChatQuestion of(JsonElement body) {
    JsonObject object = body.isJsonObject() ? body.getAsJsonObject() : new JsonObject();
    List<String> system = new ArrayList<>();
    String last = "";
    if (object.get("messages") instanceof JsonArray messages) {
      for (JsonElement each : messages) {
        if (each instanceof JsonObject message) {
          String role = text(message.get("role"));
          String content = text(message.get("content"));
          if (role.equals("system") || role.equals("developer")) {
            system.add(content);
          } else if (role.equals("user")) {
            String words = UserWords.of(content);
            last = words.isEmpty() ? last : words;
          }
        }
      }
    }
    boolean usage =
        object.get("stream_options") instanceof JsonObject options
            && isTrue(options.get("include_usage"));
    return new ChatQuestion(String.join("\n", system), last, isTrue(object.get("stream")), usage);
  }

  /** A string, or the text of a list of parts. */
  private static String text(@Nullable JsonElement content) {
    if (content instanceof JsonArray parts) {
      List<String> texts = new ArrayList<>();
      for (JsonElement part : parts) {
        texts.add(part instanceof JsonObject object ? text(object.get("text")) : text(part));
      }
      return String.join("\n", texts);
    }
    return content != null && content.isJsonPrimitive() && content.getAsJsonPrimitive().isString()
        ? content.getAsString()
        : "";
  }

  private static boolean isTrue(@Nullable JsonElement element) {
    return element != null
        && element.isJsonPrimitive()
        && element.getAsJsonPrimitive().isBoolean()
        && element.getAsBoolean();
  }
}
