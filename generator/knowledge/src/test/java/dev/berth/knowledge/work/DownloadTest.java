package dev.berth.knowledge.work;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.berth.knowledge.snapshot.Repository;
import dev.berth.knowledge.snapshot.Snapshot;
import dev.berth.knowledge.store.MemoryStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files are on the disk before they are put in place. */
class DownloadTest {

  private final MemoryStore store = new MemoryStore();
  private final Machine one = new Machine("one", store, new Machine.Time());

  @TempDir private Path folder;

  @Test
  void everyFileIsBroughtToTheDiskOnceItIsWhole() throws Exception {
    one.write("workspace/MEMORY.md", "packed");
    one.write("workspace/large.txt", "longer than a pack takes, ".repeat(4000));
    Snapshot pushed = one.push().snapshot().orElseThrow();
    ConcurrentLinkedQueue<Long> settledBytes = new ConcurrentLinkedQueue<>();

    new Download(folder, 0777, Progress.NONE, file -> settledBytes.add(file.size()))
        .run(new Repository(store), pushed, path -> true);

    List<Long> bytes =
        List.of(
            Files.size(folder.resolve("workspace/MEMORY.md")),
            Files.size(folder.resolve("workspace/large.txt")));
    assertEquals(bytes, settledBytes.stream().sorted().toList());
  }
}
