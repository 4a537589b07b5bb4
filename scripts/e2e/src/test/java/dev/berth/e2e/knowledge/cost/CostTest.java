package dev.berth.e2e.knowledge.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.berth.e2e.knowledge.GoogleServer;
import dev.berth.e2e.knowledge.S3Server;
import dev.berth.e2e.knowledge.cost.RequestLog.Request;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the program of the pod sends over the line for 10,000 files. */
class CostTest {

  private static final int FILES = 10_000;

  /** Two records are asked for: the next one, which is not there, and the newest. */
  private static final int REQUESTS_WHEN_NOTHING_CHANGED = 3;

  /**
   * As {@link #REQUESTS_WHEN_NOTHING_CHANGED}, then the tree's top, a pack, two nodes, a record.
   */
  private static final int REQUESTS_FOR_ONE_FILE = 10;

  /** A leaf of the tree names 128 files on average, with two SHA-256 each, and 1,024 at most. */
  private static final long BYTES_FOR_ONE_FILE = 256 * 1024;

  @TempDir private Path folder;

  private final List<Request> requests = Collections.synchronizedList(new ArrayList<>());

  @Test
  void google() throws Exception {
    try (GoogleServer server = GoogleServer.start(folder);
        RequestLog log = RequestLog.before(server.port(), requests::add)) {
      staysSmall(server.url("cost/", log.port()).text(), log);
    }
  }

  @Test
  void s3() throws Exception {
    try (S3Server server = S3Server.start(folder);
        RequestLog log = RequestLog.before(server.port(), requests::add)) {
      staysSmall(server.url("cost/", log.port()).text(), log);
    }
  }

  private void staysSmall(String url, RequestLog log) throws Exception {
    Path home = folder.resolve("home");
    Notes.write(home, FILES);
    push(url, home);

    requests.clear();
    assertTrue(push(url, home).contains("nothing to push"));
    assertEquals(0, writes(), () -> "an object was sent: " + requests);
    assertTrue(requests.size() <= REQUESTS_WHEN_NOTHING_CHANGED, requests::toString);

    Notes.change(home, FILES / 2);
    requests.clear();
    assertTrue(push(url, home).contains("1 changed"));
    assertTrue(requests.size() <= REQUESTS_FOR_ONE_FILE, requests::toString);
    long sentBytes = requests.stream().mapToLong(Request::bytes).sum();
    assertTrue(sentBytes <= BYTES_FOR_ONE_FILE, requests::toString);

    requests.clear();
    int before = log.connections();
    String other = folder.resolve("other").toString();
    AgentProgram.run(folder, "pull", "--store", url, "--home", other);
    int opened = log.connections() - before;
    assertTrue(opened <= requests.size() / 4, () -> opened + " for " + requests.size());
  }

  private String push(String url, Path home) throws Exception {
    return AgentProgram.run(folder, "push", "--store", url, "--home", home.toString());
  }

  private long writes() {
    return requests.stream().filter(request -> !request.method().equals("GET")).count();
  }
}
