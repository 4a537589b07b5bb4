package dev.berth.e2e.knowledge;

import dev.berth.knowledge.store.StoreUrl;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A stand-in for Cloud Storage: the process fake-gcs-server, which keeps all in memory.
 *
 * <p>It is no proof of Google's own atomicity: see {@code GoogleStoreTest} for what it keeps.
 */
public final class GoogleServer implements AutoCloseable {

  /** The bucket that is there from the start. */
  public static final String BUCKET = "knowledge-lane";

  private final ServerProcess process;
  private final int port;

  private GoogleServer(ServerProcess process, int port) {
    this.process = process;
    this.port = port;
  }

  /**
   * Starts one, with its bucket.
   *
   * @param folder for its log
   */
  public static GoogleServer start(Path folder) throws IOException, InterruptedException {
    int port = ServerProcess.freePort();
    String address = "http://127.0.0.1:" + port;
    ServerProcess process =
        ServerProcess.start(
            folder,
            port,
            Map.of(),
            List.of(
                "fake-gcs-server",
                "-scheme",
                "http",
                "-host",
                "127.0.0.1",
                "-port",
                Integer.toString(port),
                "-backend",
                "memory",
                "-external-url",
                address,
                "-public-host",
                "127.0.0.1:" + port,
                "-log-level",
                "warn"));
    GoogleServer server = new GoogleServer(process, port);
    server.makeBucket(BUCKET);
    return server;
  }

  /** Where it listens, on the loopback interface. */
  public int port() {
    return port;
  }

  /** Its bucket at a prefix. */
  public StoreUrl.Google url(String prefix) {
    return url(prefix, port);
  }

  /** Its bucket at a prefix, by way of another port: that of a proxy in between. */
  public StoreUrl.Google url(String prefix, int viaPort) {
    return new StoreUrl.Google(BUCKET, prefix, Optional.of(endpoint(viaPort)));
  }

  URI endpoint(int atPort) {
    return URI.create("http://127.0.0.1:" + atPort);
  }

  private void makeBucket(String name) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(endpoint(port).resolve("/storage/v1/b"))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString("{\"name\":\"" + name + "\"}"))
            .build();
    HttpResponse<String> answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IOException(answer.body() + "\n" + process.endOfLog());
    }
  }

  @Override
  public void close() {
    process.close();
  }
}
