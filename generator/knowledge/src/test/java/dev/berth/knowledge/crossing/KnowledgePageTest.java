package dev.berth.knowledge.crossing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class KnowledgePageTest {

  private static final String HEAD = "| crosses | names | what |";

  @Test
  void thePageShowsTheListThatHolds() throws IOException {
    List<String> page = Files.readAllLines(Path.of("../../docs/knowledge.md"));
    List<String> shown =
        page.stream()
            .dropWhile(line -> !line.equals(HEAD))
            .skip(2)
            .takeWhile(line -> line.startsWith("|"))
            .toList();
    assertEquals(Crossing.table().stream().map(KnowledgePageTest::row).toList(), shown);
  }

  private static String row(Crossing.Line line) {
    String names =
        line.names().stream().map(name -> "`" + name + "`").collect(Collectors.joining(" "));
    return "| " + (line.crosses() ? "yes" : "never") + " | " + names + " | " + line.what() + " |";
  }
}
