package dev.berth.e2e.knowledge.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.berth.e2e.knowledge.GoogleServer;
import dev.berth.e2e.knowledge.S3Server;
import dev.berth.knowledge.snapshot.Snapshot;
import dev.berth.knowledge.store.StoreUrl;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two real processes push at once from two homes into one store. */
class TwoWritersTest {

  @TempDir private Path folder;

  @Test
  void inAFolderNothingIsLost() throws Exception {
    race(new StoreUrl.Folder(Files.createDirectory(folder.resolve("store"))), 80);
  }

  @Test
  void atGoogleNothingIsLost() throws Exception {
    try (GoogleServer server = GoogleServer.start(folder)) {
      race(server.url("two-writers/"), 10);
    }
  }

  @Test
  void inS3NothingIsLost() throws Exception {
    S3Server.giveCredentials();
    try (S3Server server = S3Server.start(folder)) {
      race(server.url("two-writers/"), 10);
    }
  }

  private void race(StoreUrl url, int rounds) throws Exception {
    KnowledgeProgram program = KnowledgeProgram.in(folder);
    List<Home> homes = List.of(Home.in(folder), Home.in(folder));
    Set<String> wanted = new HashSet<>();
    int together = 0;
    try (Copy copy = Copy.open(url)) {
      homes.get(0).fill();
      copy.knowledge().push(homes.get(0).copy(), false, false);
      copy.knowledge().pull(homes.get(1).copy(), false, false);
      for (int round = 1; round <= rounds; round++) {
        for (int i = 0; i < homes.size(); i++) {
          Home home = homes.get(i);
          home.write("workspace/writer-" + i + ".md", "round " + round + " of writer " + i);
          home.write("workspace/both.md", "writer " + i + " in round " + round);
          home.files().values().forEach(file -> wanted.add(Copy.sha256(file.get(1))));
        }
        together += round(program, copy, homes, url) ? 1 : 0;
      }
      List<Snapshot> log = copy.repository().log(0, 1000);
      assertEquals(rounds + 1, log.get(0).number());
      assertEquals(rounds + 1, log.size(), "numbers without a gap");
      assertEquals(rounds, copy.repository().beside().size(), "one of two is beside, each time");
      Set<String> contents = new HashSet<>();
      for (Snapshot each : log) {
        contents.addAll(copy.contents(each));
      }
      for (Snapshot each : copy.repository().beside()) {
        contents.addAll(copy.contents(each));
      }
      assertTrue(wanted.size() >= 4 * rounds, "two files a round of each were new");
      assertTrue(contents.containsAll(wanted), "bytes of a writer are nowhere");
    }
    System.out.println(
        "two writers: %d rounds, %d of them with both at work at once".formatted(rounds, together));
    assertTrue(together * 2 >= rounds, "they hardly met: " + together + " of " + rounds);
  }

  /** Whether both held their locks at the same time. */
  private static boolean round(KnowledgeProgram program, Copy copy, List<Home> homes, StoreUrl url)
      throws Exception {
    Snapshot before = copy.newest();
    Map<Integer, KnowledgeProgram.Running> running = new TreeMap<>();
    for (int i = 0; i < homes.size(); i++) {
      Files.deleteIfExists(lock(homes.get(i)));
    }
    for (int i = 0; i < homes.size(); i++) {
      running.put(i, program.run(List.of("push"), url.text(), homes.get(i)));
    }
    boolean together = false;
    while (running.values().stream().allMatch(each -> each.process().isAlive()) && !together) {
      together = homes.stream().allMatch(home -> Files.exists(lock(home)));
      LockSupport.parkNanos(100_000);
    }
    int winner = -1;
    for (int i = 0; i < homes.size(); i++) {
      String said = said(running.get(i));
      boolean first = said.contains("pushed snapshot " + (before.number() + 1) + " ");
      boolean second = said.contains("another writer was first: this copy is kept beside as ");
      assertTrue(first ^ second, said);
      assertTrue(!first || winner < 0, "both were told that they made one number: " + said);
      winner = first ? i : winner;
    }
    assertTrue(winner >= 0, "neither was first");
    Home loser = homes.get(1 - winner);
    Snapshot newest = copy.newest();
    assertEquals(before.number() + 1, newest.number());
    assertEquals(homes.get(winner).files(), copy.files(newest));
    copy.knowledge().pull(loser.copy(), false, false);
    assertEquals(homes.get(winner).files(), loser.files());
    return together;
  }

  private static String said(KnowledgeProgram.Running running) throws Exception {
    int exitCode = running.exitCode();
    assertEquals(0, exitCode, running.said());
    return running.said();
  }

  private static Path lock(Home home) {
    return home.folder().resolve(".knowledge/lock");
  }
}
