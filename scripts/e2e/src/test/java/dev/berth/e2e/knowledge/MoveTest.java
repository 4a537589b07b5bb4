package dev.berth.e2e.knowledge;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.berth.knowledge.Stores;
import dev.berth.knowledge.snapshot.Repository;
import dev.berth.knowledge.snapshot.Snapshot;
import dev.berth.knowledge.store.ObjectStore;
import dev.berth.knowledge.store.StoreUrl;
import dev.berth.knowledge.work.Knowledge;
import dev.berth.knowledge.work.Moved;
import dev.berth.knowledge.work.Progress;
import dev.berth.knowledge.work.Refused;
import dev.berth.knowledge.work.Surroundings;
import dev.berth.knowledge.work.WorkingCopy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Knowledge changes its provider, from one real server to another of another protocol. */
class MoveTest {

  @TempDir private Path folder;
  private final Random random = new Random(5);
  private final List<ObjectStore> open = new ArrayList<>();
  private GoogleServer google;
  private S3Server amazon;

  @BeforeEach
  void startServers() throws Exception {
    google = GoogleServer.start(Files.createDirectory(folder.resolve("google")));
    amazon = S3Server.start(Files.createDirectory(folder.resolve("amazon")));
    S3Server.giveCredentials();
  }

  @AfterEach
  void stopServers() throws Exception {
    open.forEach(ObjectStore::close);
    google.close();
    amazon.close();
  }

  private Knowledge knowledge(StoreUrl url) throws Exception {
    ObjectStore store = Stores.open(url);
    open.add(store);
    return new Knowledge(
        new Repository(store),
        new Surroundings(
            "lane",
            Clock.systemUTC(),
            () -> "%016x%016x".formatted(random.nextLong(), random.nextLong()),
            Progress.NONE,
            Surroundings.LARGEST_FILE_BYTES));
  }

  @Test
  void fromGoogleToS3AndAsACloneBack() throws Exception {
    Knowledge from = knowledge(google.url("agents/support/customer/"));
    Knowledge to = knowledge(amazon.url("agents/support/customer/"));
    Path home = Files.createDirectory(folder.resolve("home"));
    Files.createDirectory(home.resolve("workspace"));
    Path notes = home.resolve("workspace/notes.md");
    Path large = home.resolve("workspace/large.bin");
    Files.writeString(notes, "first");
    // More than one piece of an upload that Google takes in pieces.
    byte[] bytes = new byte[3_500_000];
    random.nextBytes(bytes);
    Files.write(large, bytes);
    from.push(WorkingCopy.at(home), false, false);
    Files.writeString(notes, "second");
    from.push(WorkingCopy.at(home), false, false);
    List<Snapshot> history = from.repository().log(0, 100);

    assertEquals(Moved.Result.DONE, from.moveTo(to, false).result());

    assertEquals(history, to.repository().log(0, 100));
    Refused late = assertThrows(Refused.class, () -> from.push(WorkingCopy.at(home), false, false));
    assertEquals(Refused.Code.MOVED, late.code());
    assertEquals(Moved.Result.UNCHANGED, from.moveTo(to, false).result());
    Path there = folder.resolve("there");
    to.materialize(history.get(1), there);
    assertEquals("first", Files.readString(there.resolve("workspace/notes.md")));

    Knowledge another = knowledge(google.url("agents/support/another/"));
    to.cloneTo(another, false);
    Path cloned = Files.createDirectory(folder.resolve("cloned"));
    another.pull(WorkingCopy.at(cloned), true, false);
    assertEquals("second", Files.readString(cloned.resolve("workspace/notes.md")));
    assertArrayEquals(bytes, Files.readAllBytes(cloned.resolve("workspace/large.bin")));
  }
}
