package dev.berth.local.echo;

import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;

/**
 * What the echo says, in the shapes of OpenAI's chat completions.
 *
 * @param text the whole answer
 * @param promptTokens how long the question was, at four characters a token
 */
record ChatAnswer(String text, int promptTokens) {

  private static final String MODEL = "echo";

  /** The same for every answer, so that the same question has the same answer. */
  private static final long CREATED = 0;

  private static final int CHARACTERS_A_TOKEN = 4;
  private static final int MOST_SAID_BACK = 300;

  static ChatAnswer to(ChatQuestion question) {
    String said = question.last().strip();
    StringBuilder text = new StringBuilder();
    SoulExcerpt.of(question.system()).ifPresent(soul -> text.append(soul.text()).append(' '));
    text.append("(berth/echo: I only repeat my soul; name a real model to be answered.)");
    if (!said.isEmpty()) {
      text.append(" You said: ").append(SoulExcerpt.shortened(said, MOST_SAID_BACK));
    }
    return new ChatAnswer(text.toString(), tokens(question.system()) + tokens(question.last()));
  }

  JsonObject whole() {
    JsonObject message = new JsonObject();
    message.addProperty("role", "assistant");
    message.addProperty("content", text);
    JsonObject choice = new JsonObject();
    choice.addProperty("index", 0);
    choice.add("message", message);
    choice.addProperty("finish_reason", "stop");
    JsonObject answer = envelope("chat.completion", choice);
    answer.add("usage", usage());
    return answer;
  }

  /**
   * The same in parts: its role, its words, its end.
   *
   * @param usage whether a last part counts tokens
   */
  List<JsonObject> chunks(boolean usage) {
    List<JsonObject> chunks = new ArrayList<>();
    JsonObject role = new JsonObject();
    role.addProperty("role", "assistant");
    role.addProperty("content", "");
    chunks.add(chunk(role, false));
    for (String word : text.split("(?<= )", -1)) {
      JsonObject delta = new JsonObject();
      delta.addProperty("content", word);
      chunks.add(chunk(delta, false));
    }
    chunks.add(chunk(new JsonObject(), true));
    if (usage) {
      JsonObject last = envelope("chat.completion.chunk", new JsonObject());
      last.add("choices", new JsonArray());
      last.add("usage", usage());
      chunks.add(last);
    }
    return chunks;
  }

  private static JsonObject chunk(JsonObject delta, boolean end) {
    JsonObject choice = new JsonObject();
    choice.addProperty("index", 0);
    choice.add("delta", delta);
    if (end) {
      choice.addProperty("finish_reason", "stop");
    } else {
      choice.add("finish_reason", JsonNull.INSTANCE);
    }
    return envelope("chat.completion.chunk", choice);
  }

  private static JsonObject envelope(String kind, JsonObject choice) {
    JsonArray choices = new JsonArray();
    choices.add(choice);
    JsonObject answer = new JsonObject();
    answer.addProperty("id", "chatcmpl-berth-echo");
    answer.addProperty("object", kind);
    answer.addProperty("created", CREATED);
    answer.addProperty("model", MODEL);
    answer.add("choices", choices);
    return answer;
  }

  private JsonObject usage() {
    JsonObject usage = new JsonObject();
    usage.addProperty("prompt_tokens", promptTokens);
    usage.addProperty("completion_tokens", tokens(text));
    usage.addProperty("total_tokens", promptTokens + tokens(text));
    return usage;
  }

  static JsonObject models() {
    JsonObject model = new JsonObject();
    model.addProperty("id", MODEL);
    model.addProperty("object", "model");
    model.addProperty("created", CREATED);
    model.addProperty("owned_by", "berth");
    JsonArray data = new JsonArray();
    data.add(model);
    JsonObject list = new JsonObject();
    list.addProperty("object", "list");
    list.add("data", data);
    return list;
  }

  static JsonObject error(String sentence) {
    JsonObject inner = new JsonObject();
    inner.addProperty("message", sentence);
    inner.addProperty("type", "invalid_request_error");
    JsonObject error = new JsonObject();
    error.add("error", inner);
    return error;
  }

  private static int tokens(String text) {
    return (text.length() + CHARACTERS_A_TOKEN - 1) / CHARACTERS_A_TOKEN;
  }
}
