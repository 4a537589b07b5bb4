package dev.berth.e2e.knowledge.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.berth.knowledge.store.StoreUrl;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk without room, for the store and for the home. */
class FullDiskTest {

  @TempDir private Path folder;

  private KnowledgeProgram program;
  private SmallDisk disk;
  private Path store;
  private Path kept;
  private Home home;

  @BeforeEach
  void make() throws Exception {
    program = KnowledgeProgram.in(folder);
    disk = new SmallDisk(Files.createDirectory(folder.resolve("disk")), 4);
    store = Files.createDirectory(folder.resolve("store"));
    kept = Files.createDirectory(folder.resolve("kept"));
    home = Home.in(folder);
    home.fill();
  }

  private static String url(Path folder) {
    return new StoreUrl.Folder(folder).text();
  }

  private static Map<String, List<String>> newest(Path store) throws Exception {
    try (Copy copy = Copy.open(new StoreUrl.Folder(store))) {
      return copy.files(copy.newest());
    }
  }

  @Test
  void aPushIntoAFullStoreSaysSoAndWorksWithRoom() throws Exception {
    String push = program.line("push", url(disk.folder()), home);

    String told =
        disk.run(
            disk.fill(),
            SmallDisk.ends(push, 3),
            "[ ! -e '" + disk.folder() + "/snapshots' ]",
            disk.makeRoom(),
            SmallDisk.ends(push, 0),
            "cp -R '" + disk.folder() + "/.' '" + kept + "'");

    assertTrue(told.contains("no room is left under " + disk.folder()), told);
    assertTrue(told.contains("mend: make room where the store keeps its objects"), told);
    assertTrue(told.contains("pushed snapshot 1 "), told);
    assertEquals(home.files(), newest(kept));
  }

  @Test
  void aPushFromAFullHomeSaysSoAndWorksWithRoom() throws Exception {
    String push = program.line("push", url(store), new Home(disk.folder()));

    String told =
        disk.run(
            "cp -Rp '" + home.folder() + "/workspace' '" + disk.folder() + "'",
            disk.fill(),
            SmallDisk.ends(push, 3),
            disk.makeRoom(),
            SmallDisk.ends(push, 0));

    assertTrue(told.contains("knowledge: the disk failed: "), told);
    assertTrue(told.contains("No space left on device"), told);
    assertTrue(told.contains("mend: see that --home can be written and has room"), told);
    assertTrue(told.contains("pushed snapshot 1 "), told);
    assertEquals(home.files(), newest(store));
  }

  @Test
  void aPullIntoAFullHomeChangesNothingAndWorksWithRoom() throws Exception {
    Home small = new Home(disk.folder());
    String pull = program.line("pull", url(store), small);
    String push = program.line("push", url(store), home);

    String told =
        disk.run(
            push,
            SmallDisk.ends(pull, 0),
            copy("before"),
            "printf changed > '" + home.folder() + "/workspace/added-0.md'",
            push,
            disk.fill(),
            SmallDisk.ends(pull, 3),
            copy("full"),
            "ls -A '" + disk.folder() + "/.knowledge'",
            disk.makeRoom(),
            SmallDisk.ends(pull, 0),
            copy("after"));

    assertTrue(told.contains("knowledge: the disk failed: "), told);
    assertTrue(told.contains("No space left on device"), told);
    assertFalse(told.contains("\nstaging\n"), "what filled the disk is removed: " + told);
    assertEquals(Home.files(kept.resolve("before")), Home.files(kept.resolve("full")));
    assertEquals(home.files(), Home.files(kept.resolve("after")));
    assertNotEquals(home.files(), Home.files(kept.resolve("before")));
  }

  private String copy(String name) {
    Path to = kept.resolve(name);
    return "mkdir '%s'; cp -Rp '%s/workspace' '%s'".formatted(to, disk.folder(), to);
  }
}
