package dev.berth.knowledge.work;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.berth.knowledge.snapshot.Entry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndexTest {

  private static final String HERE = "gs://acme-knowledge/agents/support/customer/";

  @TempDir private Path folder;
  private Path index;

  @BeforeEach
  void write() throws IOException {
    index = folder.resolve("index");
    Index.write(index, HERE, "tree-1", List.<Entry>of().iterator());
  }

  @Test
  void aWholeIndexStandsForItsTree() throws IOException {
    assertEquals(Optional.of("tree-1"), Index.tree(index, HERE));
  }

  @Test
  void theIndexOfAnotherStoreCountsAsNone() throws IOException {
    assertEquals(Optional.empty(), Index.tree(index, "file:///srv/knowledge/"));
  }

  @Test
  void oneThatEndsTooEarlyCountsAsNone() throws IOException {
    Files.writeString(index, Files.readAllLines(index).get(0) + "\n");
    assertEquals(Optional.empty(), Index.tree(index, HERE));
  }

  @Test
  void oneThatIsNotThereCountsAsNone() throws IOException {
    assertEquals(Optional.empty(), Index.tree(folder.resolve("none"), HERE));
  }

  @Test
  void oneThatIsNotCompletedLeavesTheOldOne() throws IOException {
    Index.Writer writer = new Index.Writer(index, "file:///srv/knowledge/");
    assertEquals(Optional.of("tree-1"), Index.tree(index, HERE));
    writer.close();
    assertEquals(Optional.of("tree-1"), Index.tree(index, HERE));
    assertFalse(Files.exists(folder.resolve("index.new")));
  }
}
