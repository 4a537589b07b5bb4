package dev.berth.e2e.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * The API server over plain HTTP: it gets the very bytes that were rendered, never what a client
 * library made of them, and every Warning header is kept.
 */
public final class ApiServer {

  private static final String STRICT = "?fieldManager=berth&fieldValidation=Strict";

  private final HttpClient client;
  private final String address;
  private final String token;
  private final ObjectMapper json = new ObjectMapper();
  private final Map<String, JsonNode> kinds = new ConcurrentHashMap<>();

  /**
   * @param certificate the server's own, the only one that is trusted
   */
  ApiServer(int port, String token, Path certificate) throws IOException, GeneralSecurityException {
    this.address = "https://127.0.0.1:" + port;
    this.token = token;
    this.client = HttpClient.newBuilder().sslContext(trusting(certificate)).build();
  }

  /** Server-side apply, strict: an unknown or repeated field is refused, a conflict too. */
  public Answer apply(KubernetesObject object) {
    return send("PATCH", path(object) + STRICT, "application/apply-patch+yaml", object.text());
  }

  /** What applying would come to; nothing is changed. A field somebody else owns is taken over. */
  Answer judge(KubernetesObject object) {
    return send(
        "PATCH",
        path(object) + STRICT + "&force=true&dryRun=All",
        "application/apply-patch+yaml",
        object.text());
  }

  public Answer get(KubernetesObject object) {
    return get(path(object));
  }

  public Answer get(String path) {
    return send("GET", path, "application/json", "");
  }

  /** The same, asked in somebody else's name. */
  Answer get(String path, Access as) {
    HttpRequest.Builder request =
        to("GET", path, "application/json", "").header("Impersonate-User", as.user());
    as.allGroups().forEach(group -> request.header("Impersonate-Group", group));
    return answer("GET", path, request(request.build()));
  }

  /** Makes an object in a collection, as a user without server-side apply would. */
  public Answer create(String collection, String body) {
    return send("POST", collection, "application/json", body);
  }

  /** Merges {@code body} into what is at {@code path}, e.g. the status of a pod. */
  public Answer merge(String path, String body) {
    return send("PATCH", path, "application/merge-patch+json", body);
  }

  Answer replace(String path, String body) {
    return send("PUT", path, "application/json", body);
  }

  public Answer delete(String path) {
    return send("DELETE", path + "?gracePeriodSeconds=0", "application/json", "");
  }

  boolean answers(String path) {
    try {
      return request("GET", path, "application/json", "").statusCode() == 200;
    } catch (UncheckedIOException notYet) {
      return false;
    }
  }

  private Answer send(String verb, String path, String type, String body) {
    return answer(verb, path, request(verb, path, type, body));
  }

  private Answer answer(String verb, String path, HttpResponse<String> response) {
    try {
      return new Answer(
          response.statusCode(),
          response.headers().allValues("Warning"),
          json.readTree(response.body()));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(verb + " " + path + ": " + response.body(), unreadable);
    }
  }

  private HttpResponse<String> request(String verb, String path, String type, String body) {
    return request(to(verb, path, type, body).build());
  }

  private HttpRequest.Builder to(String verb, String path, String type, String body) {
    return HttpRequest.newBuilder(URI.create(address + path))
        .header("Authorization", "Bearer " + token)
        .header("Content-Type", type)
        .method(verb, HttpRequest.BodyPublishers.ofString(body));
  }

  private HttpResponse<String> request(HttpRequest request) {
    try {
      return client.send(request, BodyHandlers.ofString());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", stop);
    }
  }

  /** The object's address; the server itself says how a kind is spelt in one. */
  String path(KubernetesObject object) {
    String group = (object.apiVersion().contains("/") ? "/apis/" : "/api/") + object.apiVersion();
    JsonNode kind =
        kinds.computeIfAbsent(group + " " + object.kind(), absent -> kind(group, object));
    String namespace =
        kind.path("namespaced").asBoolean() ? "/namespaces/" + object.namespace() : "";
    return group + namespace + "/" + kind.path("name").asText() + "/" + object.name();
  }

  private JsonNode kind(String group, KubernetesObject object) {
    for (JsonNode kind : get(group).body().path("resources")) {
      if (kind.path("kind").asText().equals(object.kind())
          && !kind.path("name").asText().contains("/")) {
        return kind;
      }
    }
    throw new AssertionError(object + ": the API server has no such kind");
  }

  private static SSLContext trusting(Path certificate)
      throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    try (InputStream bytes = Files.newInputStream(certificate)) {
      int index = 0;
      for (var part : CertificateFactory.getInstance("X.509").generateCertificates(bytes)) {
        store.setCertificateEntry("server-" + index++, part);
      }
    }
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(store);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context;
  }
}
