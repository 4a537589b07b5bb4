package dev.berth.e2e.openclaw;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * What an agent asked its model.
 *
 * @param path as asked, e.g. {@code /v1/chat/completions}
 * @param key what it authorised itself with
 * @param body the whole of it
 */
public record ModelRequest(String path, String key, JsonNode body) {

  /** The model's name, without its provider. */
  public String model() {
    return body.path("model").asText();
  }

  /** Whether the answer is to come in pieces. */
  public boolean stream() {
    return body.path("stream").asBoolean();
  }

  /** All that the agent was told before anybody spoke. */
  public String system() {
    List<String> parts = new ArrayList<>();
    texts(body.path("system"), parts);
    for (JsonNode message : body.path("messages")) {
      String role = message.path("role").asText();
      if (role.equals("system") || role.equals("developer")) {
        texts(message.path("content"), parts);
      }
    }
    return String.join("\n", parts);
  }

  /** What everybody else said, oldest first: people, the model, and its tools. */
  public List<String> said() {
    List<String> parts = new ArrayList<>();
    for (JsonNode message : body.path("messages")) {
      String role = message.path("role").asText();
      if (!role.equals("system") && !role.equals("developer")) {
        texts(message.path("content"), parts);
      }
    }
    return List.copyOf(parts);
  }

  /** The tools the model may call. */
  public List<String> tools() {
    List<String> names = new ArrayList<>();
    for (JsonNode tool : body.path("tools")) {
      names.add(tool.path("function").path("name").asText(tool.path("name").asText()));
    }
    return List.copyOf(names);
  }

  private static void texts(JsonNode content, List<String> into) {
    if (content.isTextual()) {
      into.add(content.asText());
    }
    if (content.isArray()) {
      content.forEach(part -> texts(part.path("text"), into));
      content.forEach(part -> texts(part.path("content"), into));
    }
  }
}
