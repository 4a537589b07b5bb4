package dev.berth.knowledge.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EndpointTest {

  private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

  private final AtomicReference<Status> status = new AtomicReference<>(Status.START);
  private final HttpClient client = HttpClient.newHttpClient();
  private Endpoint endpoint;

  @BeforeEach
  void open() throws Exception {
    endpoint =
        Endpoint.open(new Listen("127.0.0.1", 0), status::get, Clock.fixed(NOW, ZoneOffset.UTC));
  }

  @AfterEach
  void close() {
    endpoint.close();
  }

  private HttpResponse<String> ask(String method, String path)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + endpoint.port() + path))
            .method(method, HttpRequest.BodyPublishers.noBody())
            .build();
    return client.send(request, HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void isHealthyWhileItLivesAndReadyOnceItHasPushed() throws Exception {
    assertEquals(200, ask("GET", "/healthz").statusCode());
    assertEquals(503, ask("GET", "/readyz").statusCode());

    status.set(new Status(Optional.of(NOW), 1, false, 0, 0, 0, 0, 0));

    assertEquals(200, ask("GET", "/readyz").statusCode());
  }

  @Test
  void metricsAreThoseOfTheStatus() throws Exception {
    status.set(new Status(Optional.of(NOW), 42, true, 1, 2, 12_345_678_901L, 10, 3));

    HttpResponse<String> answer = ask("GET", "/metrics");

    assertEquals(
        "text/plain; version=0.0.4; charset=utf-8",
        answer.headers().firstValue("Content-Type").orElseThrow());
    assertEquals(
        """
        berth_knowledge_last_push_timestamp_seconds 1795255200
        berth_knowledge_pushed_bytes_total 12345678901
        berth_knowledge_push_failures_total 2
        berth_knowledge_snapshot 42
        berth_knowledge_fenced 1
        berth_knowledge_left_out_files 3
        berth_knowledge_files 10
        """,
        answer.body().replaceAll("(?m)^#.*\n", ""));
    assertEquals(7, answer.body().lines().filter(line -> line.startsWith("# TYPE ")).count());
  }

  @Test
  void onlyReadsAreAnsweredAndAPathIsNeverRepeated() throws Exception {
    assertEquals(405, ask("POST", "/healthz").statusCode());
    assertEquals("GET, HEAD", ask("DELETE", "/metrics").headers().firstValue("Allow").orElse(""));
    HttpResponse<String> nowhere = ask("GET", "/%3Cscript%3E");
    assertEquals(404, nowhere.statusCode());
    assertFalse(nowhere.body().contains("script"));
  }

  @Test
  void theHeadOfAnAnswerIsThatOfTheAnswer() throws Exception {
    HttpResponse<String> head = ask("HEAD", "/readyz");

    assertEquals(503, head.statusCode());
    assertEquals("", head.body());
  }

  @Test
  void aPortThatIsTakenIsSaidPlainly() {
    UsageProblem taken =
        assertThrows(
            UsageProblem.class,
            () ->
                Endpoint.open(
                    new Listen("127.0.0.1", endpoint.port()), status::get, Clock.systemUTC()));

    assertTrue(taken.sentence().startsWith("--listen 127.0.0.1:" + endpoint.port()));
    assertTrue(taken.mend().contains("another port"));
  }
}
