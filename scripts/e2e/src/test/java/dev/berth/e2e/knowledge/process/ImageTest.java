package dev.berth.e2e.knowledge.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.berth.e2e.cluster.Await;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The image of the program: what it is made of, and that it does its work. */
@Timeout(540)
class ImageTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final List<String> SOURCES =
      List.of(".mvn", "generator/core/src/main", "generator/knowledge/src/main");

  @TempDir static Path folder;
  private static Image image;

  private final HttpClient client = HttpClient.newHttpClient();

  @BeforeAll
  static void build() throws IOException {
    image = Image.build(Checkout.root(), Files.createDirectory(folder.resolve("first")));
  }

  @Test
  void itsBaseIsNamedByDigestAndHasNoShell() throws IOException {
    String pom = Files.readString(Checkout.file("generator/knowledge/pom.xml"));

    assertTrue(
        Pattern.compile(
                "<image>gcr\\.io/distroless/java17-debian12:nonroot@sha256:[0-9a-f]{64}</image>")
            .matcher(pom)
            .find());
  }

  @Test
  void itRunsAsNobodyWithTheHeapOfTheAgreement() {
    assertEquals("10001:10001", image.config().get("User").asText());
    assertEquals("{\"9464/tcp\":{}}", image.config().get("ExposedPorts").toString());
    assertEquals(Map.of("LC_ALL", "C.UTF-8", "KNOWLEDGE_LOG", "json"), image.environment());
    assertEquals(
        List.of(
            "java",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xmx32m",
            "-Xss512k",
            "-XX:MaxDirectMemorySize=16m"),
        image.entrypoint().subList(0, 6));
  }

  @Test
  void itsFilesAreRootsAndEverybodyMayReadThem() {
    assertTrue(image.listing().size() > 8, image.listing().toString());
    for (String file : image.listing()) {
      assertTrue(
          file.matches("(drwxr-xr-x|-rw-r--r--) 0/0 +[0-9]+ 1970-01-01 00:00:0[01] app/.*"), file);
    }
  }

  @Test
  void theSameSourcesElsewhereGiveTheSameDigest() throws IOException {
    Path copy = Files.createDirectory(folder.resolve("copy"));
    copySources(copy);

    Image second = Image.build(copy, Files.createDirectory(folder.resolve("second")));

    assertEquals(image.digest(), second.digest());
  }

  @Test
  void whatTheAgentSaidLastIsInTheStoreOnceTheProgramHasStopped() throws Exception {
    Path store = Files.createDirectory(folder.resolve("store"));
    Path home = Files.createDirectory(folder.resolve("home"));
    Path workspace = Files.createDirectory(home.resolve("workspace"));
    Files.writeString(workspace.resolve("notes.md"), "first\n");
    Sandbox sandbox = new Sandbox(image, home, store);

    Ran pull = run(sandbox, "pull", "--claim", "--writer", "support-customer").well();
    pull.err().lines().forEach(ImageTest::isALineOfJson);

    int port = freePort();
    Path log = folder.resolve("watch.log");
    Process watch =
        new ProcessBuilder(
                sandbox.command(
                    arguments("watch", "--every", "24h", "--listen", "127.0.0.1:" + port)))
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    try {
      Await.until("/healthz", PATIENCE, () -> code(port, "/healthz") == 200);
      assertEquals(503, code(port, "/readyz"));
      metricsAreWhatPrometheusReads(get(port, "/metrics").body());
      Files.writeString(workspace.resolve("last-words.md"), "the end\n");

      // To process 1 itself, as the kubelet does; bwrap passes no signal on.
      watch
          .descendants()
          .filter(each -> each.info().command().orElse("").endsWith("/java"))
          .findFirst()
          .orElseThrow()
          .destroy();

      assertEquals(0, watch.waitFor(), () -> read(log));
    } finally {
      watch.descendants().forEach(ProcessHandle::destroyForcibly);
      watch.destroyForcibly();
    }

    Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
    run(new Sandbox(image, elsewhere, store), "pull", "--claim", "--writer", "support-customer")
        .well();
    assertEquals("the end\n", Files.readString(elsewhere.resolve("workspace/last-words.md")));
    assertEquals("first\n", Files.readString(elsewhere.resolve("workspace/notes.md")));
  }

  private void metricsAreWhatPrometheusReads(String metrics) throws IOException {
    Ran.run(folder, Map.of(), metrics, List.of("promtool", "check", "metrics")).well();
    String rules = Files.readString(Checkout.file("templates/monitoring/knowledge.rules.yaml"));
    Pattern.compile("berth_knowledge_\\w+")
        .matcher(rules)
        .results()
        .map(MatchResult::group)
        .forEach(name -> assertTrue(metrics.contains("\n" + name + " "), name));
  }

  private static Ran run(Sandbox sandbox, String name, String... more) {
    return Ran.run(folder, Map.of(), "", sandbox.command(arguments(name, more)));
  }

  private static List<String> arguments(String name, String... more) {
    List<String> arguments =
        new ArrayList<>(List.of(name, "--store", "file:///store/", "--home", "/var/lib/openclaw"));
    arguments.addAll(List.of(more));
    return arguments;
  }

  private int code(int port, String path) {
    try {
      return get(port, path).statusCode();
    } catch (IOException notYet) {
      return 0;
    }
  }

  private HttpResponse<String> get(int port, String path) throws IOException {
    try {
      return client.send(
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build(),
          HttpResponse.BodyHandlers.ofString());
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", stop);
    }
  }

  private static void isALineOfJson(String line) {
    try {
      assertTrue(new ObjectMapper().readTree(line).has("severity"), line);
    } catch (IOException noJson) {
      throw new AssertionError(line, noJson);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket any = new ServerSocket(0)) {
      return any.getLocalPort();
    }
  }

  private static String read(Path log) {
    try {
      return Files.readString(log);
    } catch (IOException gone) {
      return gone.toString();
    }
  }

  /** What Maven needs of all modules to build these. */
  private static void copySources(Path target) throws IOException {
    Path root = Checkout.root();
    try (Stream<Path> poms = Files.find(root, 3, (file, is) -> file.endsWith("pom.xml"))) {
      for (Path pom : poms.toList()) {
        copy(root, pom, target);
      }
    }
    for (String sources : SOURCES) {
      try (Stream<Path> files = Files.walk(root.resolve(sources))) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          copy(root, file, target);
        }
      }
    }
  }

  private static void copy(Path root, Path file, Path target) throws IOException {
    Path copied = target.resolve(root.relativize(file));
    Files.createDirectories(copied.getParent());
    Files.copy(file, copied);
  }
}
