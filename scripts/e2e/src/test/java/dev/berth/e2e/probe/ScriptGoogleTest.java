package dev.berth.e2e.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * How the script asks Google for identity, folders and secrets, and that it tells no word of it.
 */
class ScriptGoogleTest {

  private static final String TOKEN = "token-that-nobody-may-see";
  private static final String VALUE = "value-that-nobody-may-see";

  private Loopback loopback;
  private final List<String> asked = new CopyOnWriteArrayList<>();

  @BeforeEach
  void open() {
    loopback = new Loopback();
  }

  @AfterEach
  void close() throws IOException {
    loopback.close();
  }

  @Test
  void ownIsReadableAndNothingElseIs() throws IOException {
    Script.Run run = Script.run(all(google("agents/a/b/", "own")).toString());
    assertEquals(
        Map.of(
            "metadata", "as declared: status 200",
            "own folder", "as declared: status 200",
            "another's folder", "as declared: status 403",
            "bucket", "as declared: status 403",
            "own secret", "as declared: status 200",
            "another's secret", "as declared: status 403"),
        run.results());
    assertEquals(0, run.exitCode());
    assertEquals(6, run.verdict().path("asDeclared").asInt());
    assertTrue(
        asked.contains("/storage/v1/b/bucket/o?prefix=agents%2Fa%2Fb%2F&maxResults=1&fields=kind"),
        asked::toString);
    // One token for all of them.
    assertEquals(1, asked.stream().filter(path -> path.startsWith("/computeMetadata")).count());
  }

  @Test
  void aWallThatLetsThroughIsAHole() throws IOException {
    // Everything lies below the empty prefix, and everybody's name ends in nothing.
    Script.Run run = Script.run(all(google("", "")).toString());
    assertEquals("hole: status 200", run.results().get("another's folder"));
    assertEquals("hole: status 200", run.results().get("bucket"));
    assertEquals("hole: status 200", run.results().get("another's secret"));
    assertEquals(3, run.verdict().path("holes").asInt());
    assertEquals(1, run.exitCode());
  }

  @Test
  void aGrantThatIsMissingShutsTheWay() throws IOException {
    Script.Run run = Script.run(all(google("elsewhere/", "elsewhere")).toString());
    assertEquals("shut: status 403", run.results().get("own folder"));
    assertEquals("shut: status 403", run.results().get("own secret"));
    assertEquals(1, run.exitCode());
  }

  @Test
  void noWordOfAnAnswerIsTold() throws IOException {
    for (String grant : List.of("agents/a/b/", "")) {
      Script.Run run = Script.run(all(google(grant, grant.isEmpty() ? "" : "own")).toString());
      for (String told : List.of(run.said(), run.message())) {
        assertFalse(told.contains(TOKEN), told);
        assertFalse(told.contains(VALUE), told);
      }
    }
  }

  @Test
  void withoutATokenNothingOfGoogleIsJudged() throws IOException {
    String google = loopback.http(exchange -> Loopback.answer(exchange, 200, "{}"));
    Script.Run run = Script.run(all(google).toString());
    run.results()
        .forEach(
            (id, result) ->
                assertEquals(
                    id.equals("metadata")
                        ? "shut: no token in the answer"
                        : "unjudged: no token to ask with",
                    result,
                    id));
  }

  /** Who has no grant must not even reach the server that hands tokens out. */
  @Test
  void anyAnswerOfTheMetadataServerIsAHoleForWhoHasNoIdentity() throws IOException {
    for (int status : new int[] {200, 403, 404}) {
      String metadata = loopback.http(exchange -> Loopback.answer(exchange, status, TOKEN));
      assertEquals(
          Map.of("metadata", "hole: status " + status),
          Script.run(
                  new Checks().with("metadata", metadata).mustNot("metadata", "token").toString())
              .results());
    }
    String silent = "http://127.0.0.1:" + loopback.blackHole();
    Script.Run run =
        Script.run(new Checks().with("metadata", silent).mustNot("metadata", "token").toString());
    assertEquals(Map.of("metadata", "as declared: timeout"), run.results());
    assertEquals(0, run.exitCode());
  }

  @Test
  void whatIsNotThereProvesNoWall() throws IOException {
    String google =
        loopback.http(
            exchange ->
                Loopback.answer(
                    exchange, metadata(exchange) ? 200 : 404, "{\"access_token\":\"t\"}"));
    Script.Run run = Script.run(all(google).toString());
    assertEquals("shut: status 404", run.results().get("own folder"));
    assertEquals("unjudged: status 404", run.results().get("another's folder"));
    assertEquals("unjudged: status 404", run.results().get("another's secret"));
  }

  @Test
  void aServiceThatCannotBeReachedReadsNothingOut() throws IOException {
    String silent = "http://127.0.0.1:" + loopback.blackHole();
    Script.Run run =
        Script.run(
            all(google("", "")).with("storage", silent).with("secretManager", silent).toString());
    assertEquals("as declared: timeout", run.results().get("another's folder"));
    assertEquals("as declared: timeout", run.results().get("another's secret"));
    assertEquals("shut: timeout", run.results().get("own folder"));
  }

  @Test
  void aRedirectIsNotFollowed() throws IOException {
    String elsewhere =
        loopback.http(
            exchange -> {
              asked.add("elsewhere");
              Loopback.answer(exchange, 200, "{}");
            });
    String storage =
        loopback.http(
            exchange -> {
              exchange.getResponseHeaders().add("Location", elsewhere);
              Loopback.answer(exchange, 307, "");
            });
    Script.Run run = Script.run(all(google("", "")).with("storage", storage).toString());
    assertEquals("shut: status 307", run.results().get("own folder"));
    assertEquals("unjudged: status 307", run.results().get("bucket"));
    assertFalse(asked.contains("elsewhere"));
  }

  private static Checks all(String google) {
    return new Checks()
        .with("metadata", google)
        .with("storage", google)
        .with("secretManager", google)
        .must("metadata", "token")
        .must("own folder", "list", "bucket", "bucket", "prefix", "agents/a/b/")
        .mustNot("another's folder", "list", "bucket", "bucket", "prefix", "agents/a/c/")
        .mustNot("bucket", "list", "bucket", "bucket", "prefix", "")
        .must("own secret", "secret", "version", "projects/p/secrets/own/versions/latest")
        .mustNot(
            "another's secret", "secret", "version", "projects/p/secrets/other/versions/latest");
  }

  /** All three services at one address, with grants on one prefix and on secrets by their name. */
  private String google(String prefix, String secret) throws IOException {
    return loopback.http(
        exchange -> {
          asked.add(exchange.getRequestURI().toString());
          if (metadata(exchange)) {
            boolean flavoured =
                "Google".equals(exchange.getRequestHeaders().getFirst("Metadata-Flavor"));
            Loopback.answer(
                exchange, flavoured ? 200 : 403, "{\"access_token\":\"" + TOKEN + "\"}");
            return;
          }
          String path =
              exchange.getRequestURI().getPath() + "?" + exchange.getRequestURI().getQuery();
          boolean known =
              ("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"));
          boolean granted =
              path.startsWith("/storage/v1/b/bucket/o?prefix=" + prefix)
                  || (path.startsWith("/v1/projects/p/secrets/" + secret)
                      && path.contains("/versions/latest:access"));
          Loopback.answer(exchange, !known ? 401 : granted ? 200 : 403, VALUE);
        });
  }

  private static boolean metadata(HttpExchange exchange) {
    return exchange
        .getRequestURI()
        .getPath()
        .equals("/computeMetadata/v1/instance/service-accounts/default/token");
  }
}
