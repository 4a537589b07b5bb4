package dev.berth.e2e.openclaw;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An answer in the words of OpenAI's chat completions. */
final class ChatCompletion {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Map<String, Object> USAGE =
      Map.of("prompt_tokens", 10, "completion_tokens", 5, "total_tokens", 15);

  private ChatCompletion() {}

  /** At once. */
  static Map<String, Object> whole(String model, ModelAnswer answer) {
    Map<String, Object> message = new LinkedHashMap<>(content(answer));
    message.put("role", "assistant");
    return completion(
        "chat.completion",
        model,
        List.of(Map.of("index", 0, "message", message, "finish_reason", reason(answer))));
  }

  /** In pieces: a text by its words. */
  static List<Map<String, Object>> chunks(String model, ModelAnswer answer) {
    List<Map<String, Object>> deltas = new ArrayList<>();
    deltas.add(Map.of("role", "assistant"));
    if (answer instanceof ModelAnswer.Text text) {
      for (String word : text.text().split("(?<= )")) {
        deltas.add(Map.of("content", word));
      }
    } else {
      deltas.add(content(answer));
    }
    List<Map<String, Object>> chunks = new ArrayList<>();
    for (Map<String, Object> delta : deltas) {
      chunks.add(
          completion("chat.completion.chunk", model, List.of(Map.of("index", 0, "delta", delta))));
    }
    chunks.add(
        completion(
            "chat.completion.chunk",
            model,
            List.of(Map.of("index", 0, "delta", Map.of(), "finish_reason", reason(answer)))));
    return chunks;
  }

  private static Map<String, Object> completion(
      String object, String model, List<Map<String, Object>> choices) {
    Map<String, Object> completion = new LinkedHashMap<>();
    completion.put("id", "chatcmpl-test");
    completion.put("object", object);
    completion.put("created", 0);
    completion.put("model", model);
    completion.put("choices", choices);
    completion.put("usage", USAGE);
    return completion;
  }

  private static Map<String, Object> content(ModelAnswer answer) {
    if (answer instanceof ModelAnswer.Text text) {
      return Map.of("content", text.text());
    }
    if (answer instanceof ModelAnswer.ToolCall call) {
      Map<String, Object> function = Map.of("name", call.tool(), "arguments", text(call));
      return Map.of(
          "tool_calls",
          List.of(Map.of("index", 0, "id", "call_1", "type", "function", "function", function)));
    }
    throw new IllegalArgumentException("no completion: " + answer);
  }

  private static String reason(ModelAnswer answer) {
    return answer instanceof ModelAnswer.ToolCall ? "tool_calls" : "stop";
  }

  private static String text(ModelAnswer.ToolCall call) {
    try {
      return JSON.writeValueAsString(call.arguments());
    } catch (JsonProcessingException notJson) {
      throw new IllegalArgumentException(notJson);
    }
  }
}
