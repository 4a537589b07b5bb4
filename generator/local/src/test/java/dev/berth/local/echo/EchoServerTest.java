package dev.berth.local.echo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The echo, asked as OpenClaw 2026.9.6 asks a model. */
class EchoServerTest {

  private static final String KEY = "a-key";
  private static final String SYSTEM =
      """
      <!-- openclaw:attempt:STABLE -->
      You are a personal assistant running inside OpenClaw.
      SOUL.md: persona/tone. Follow it unless higher-priority instructions override.
      ## /home/one two/workspace/AGENTS.md
      [MISSING] Expected at: /home/one two/workspace/AGENTS.md
      ## /home/one two/workspace/SOUL.md
      # Research

      You help the research team
      keep up with what is published.

      - Read papers.
      ## /home/one two/workspace/IDENTITY.md
      [MISSING] Expected at: /home/one two/workspace/IDENTITY.md
      <!-- /openclaw:attempt:STABLE -->
      """;
  private static final String ASKED =
      "[Sun 2026-11-22 00:10 UTC] who are you?\n\nRuntime: agent=research | host=vm | model=echo";
  private static final String CONTEXT =
      "<<<BEGIN_OPENCLAW_INTERNAL_CONTEXT>>>\nnone\n<<<END_OPENCLAW_INTERNAL_CONTEXT>>>";
  private static final String ANSWER =
      "I am Research. You help the research team keep up with what is published. (berth/echo: I"
          + " only repeat my soul; name a real model to be answered.) You said: who are you?";

  private final HttpClient client = HttpClient.newHttpClient();
  private EchoServer echo;

  @BeforeEach
  void open() throws IOException {
    echo = EchoServer.open(KEY);
  }

  @AfterEach
  void close() {
    echo.close();
  }

  private HttpResponse<String> send(HttpRequest.Builder request, String path, String key)
      throws Exception {
    return client.send(
        request
            .uri(URI.create("http://127.0.0.1:" + echo.port() + path))
            .header("Authorization", "Bearer " + key)
            .build(),
        BodyHandlers.ofString());
  }

  private String ask(Map<String, ?> question) throws Exception {
    HttpResponse<String> answer =
        send(
            HttpRequest.newBuilder().POST(BodyPublishers.ofString(new Gson().toJson(question))),
            "/v1/chat/completions",
            KEY);
    assertEquals(200, answer.statusCode());
    return answer.body();
  }

  private static List<Map<String, ?>> messages(String system) {
    return List.of(
        Map.of("role", "system", "content", system),
        Map.of("role", "user", "content", ASKED),
        Map.of("role", "user", "content", List.of(Map.of("type", "text", "text", CONTEXT))));
  }

  private String answerTo(List<?> messages) throws Exception {
    return JsonParser.parseString(ask(Map.of("model", "echo", "messages", messages)))
        .getAsJsonObject()
        .getAsJsonArray("choices")
        .get(0)
        .getAsJsonObject()
        .getAsJsonObject("message")
        .get("content")
        .getAsString();
  }

  @Test
  void itAnswersWithTheSoulsFirstLinesAndTheUsersWords() throws Exception {
    assertEquals(ANSWER, answerTo(messages(SYSTEM)));
    assertEquals(
        ask(Map.of("messages", messages(SYSTEM))), ask(Map.of("messages", messages(SYSTEM))));
  }

  @Test
  void theSameComesInPartsThatAddUp() throws Exception {
    List<JsonObject> chunks =
        ask(Map.of(
                "messages",
                messages(SYSTEM),
                "stream",
                true,
                "stream_options",
                Map.of("include_usage", true)))
            .lines()
            .filter(line -> line.startsWith("data: {"))
            .map(line -> JsonParser.parseString(line.substring(6)).getAsJsonObject())
            .toList();
    assertEquals(
        ANSWER,
        chunks.stream()
            .map(chunk -> chunk.getAsJsonArray("choices"))
            .filter(choices -> !choices.isEmpty())
            .map(choices -> choices.get(0).getAsJsonObject().getAsJsonObject("delta"))
            .filter(delta -> delta.has("content"))
            .map(delta -> delta.get("content").getAsString())
            .collect(Collectors.joining()));
    JsonObject last = chunks.get(chunks.size() - 1);
    assertEquals(new JsonArray(), last.get("choices"));
    JsonObject usage = last.getAsJsonObject("usage");
    assertEquals(
        usage.get("total_tokens").getAsInt(),
        usage.get("prompt_tokens").getAsInt() + usage.get("completion_tokens").getAsInt());
    assertTrue(
        ask(Map.of("messages", messages(SYSTEM), "stream", true)).endsWith("data: [DONE]\n\n"));
  }

  @Test
  void withoutASoulItSaysOnlyWhatItIs() throws Exception {
    String plain = ANSWER.substring(ANSWER.indexOf("(berth/echo"));
    assertEquals(plain, answerTo(messages("You help.")));
    assertEquals(
        plain,
        answerTo(messages("## /w/SOUL.md\n[MISSING] Expected at: /w/SOUL.md\n## /w/USER.md\n")));
    assertEquals(plain, answerTo(messages("## /w/SOUL.md\n\n")));
    assertFalse(ask(Map.of()).contains("You said"));
    assertFalse(ask(Map.of("messages", "none")).contains("You said"));
  }

  @Test
  void aLongSoulIsCutAtASentenceAndALongSentenceAnywhere() throws Exception {
    String sentence = "You read " + "much ".repeat(30).strip() + ".";
    assertTrue(
        answerTo(messages("## /w/SOUL.md\n# R\n\n" + sentence + " " + sentence + "\n"))
            .startsWith("I am R. " + sentence + " (berth/echo"));
    String cut = answerTo(messages("## /w/SOUL.md\n" + "\uD83D\uDE00".repeat(400) + "\n"));
    String soul = cut.substring(0, cut.indexOf(" (berth/echo"));
    assertTrue(soul.length() <= 300 && soul.endsWith("\uDE00..."), soul);
  }

  @Test
  void itKnowsOneModelAndOneKey() throws Exception {
    HttpResponse<String> models = send(HttpRequest.newBuilder().GET(), "/v1/models", KEY);
    assertEquals(200, models.statusCode());
    assertTrue(models.body().contains("\"id\":\"echo\""), models::body);
    assertEquals(401, send(HttpRequest.newBuilder().GET(), "/v1/models", "b").statusCode());
    assertEquals(404, send(HttpRequest.newBuilder().GET(), "/v1/files", KEY).statusCode());
    HttpResponse<String> broken =
        send(
            HttpRequest.newBuilder().POST(BodyPublishers.ofString("{")),
            "/v1/chat/completions",
            KEY);
    assertEquals(400, broken.statusCode());
  }
}
