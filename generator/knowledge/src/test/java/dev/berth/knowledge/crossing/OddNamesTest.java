package dev.berth.knowledge.crossing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OddNamesTest {

  /** As they are written in a URI, which is as {@link KnowledgePath} writes them. */
  private static final List<String> NAMES =
      List.of(
          "%09tab",
          "%0Anewline",
          "%20",
          "%22quotes%27",
          "%252e%252e",
          "%2541",
          "%5Cback%5Cslash",
          "%C3%A9",
          "%E2%80%8Fright-to-left",
          "%F0%9F%98%80",
          "%FF%FE%80",
          "-dash",
          "...",
          "CASE",
          "a".repeat(255),
          "case",
          "e%CC%81");

  @TempDir Path home;

  /** What a child prints: a name and the hash of what is in it, a line each. */
  public static void main(String[] arguments) throws IOException {
    Path home = Path.of(arguments[0]);
    FileReader reader = new FileReader(home, 1000);
    for (Walk.Seen seen : Met.in(home).files.values()) {
      System.out.println(seen.path().text() + " " + content(reader, seen));
      if (!KnowledgePath.within(home.toRealPath(), seen.file()).equals(seen.path())) {
        throw new IllegalStateException(seen.path().text());
      }
    }
  }

  private static String content(FileReader reader, Walk.Seen seen) throws IOException {
    return reader.read(seen) instanceof FileReader.Result.Small small
        ? KnowledgePath.part(small.content())
        : "not read";
  }

  private List<String> make() throws IOException {
    Path workspace = Files.createDirectory(home.resolve("workspace"));
    String base = workspace.toUri().getRawPath();
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < NAMES.size(); i++) {
      Path file = Path.of(URI.create("file://" + base + NAMES.get(i)));
      Files.writeString(file, "content-" + i);
      expected.add("workspace/" + NAMES.get(i) + " content-" + i);
    }
    return expected.stream().sorted().toList();
  }

  @ParameterizedTest
  @Timeout(120)
  @ValueSource(strings = {"C", "C.UTF-8"})
  void everyNameCrossesByteForByteInAnyLocale(String locale) throws Exception {
    List<String> expected = make();
    ProcessBuilder child =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            OddNamesTest.class.getName(),
            home.toString());
    child.environment().putAll(Map.of("LC_ALL", locale, "LANG", locale));
    Process process = child.redirectErrorStream(true).start();
    List<String> printed =
        new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)
            .lines()
            .sorted()
            .toList();
    assertEquals(expected, printed);
    assertEquals(0, process.waitFor());
  }

  @Test
  void everyNameIsMetInThisProcess() throws IOException {
    List<String> expected = make();
    FileReader reader = new FileReader(home, 1000);
    List<String> met = new ArrayList<>();
    for (Walk.Seen seen : Met.in(home).files.values()) {
      met.add(seen.path().text() + " " + content(reader, seen));
    }
    assertEquals(expected, met.stream().sorted().toList());
  }
}
