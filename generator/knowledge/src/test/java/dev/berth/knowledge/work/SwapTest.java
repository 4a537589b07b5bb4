package dev.berth.knowledge.work;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A swap that stopped after any of its steps is brought to its end by the next process. */
class SwapTest {

  @TempDir private Path home;

  private void write(String path, String text) throws Exception {
    Path file = home.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private void move(String from, String to) throws Exception {
    Files.createDirectories(home.resolve(to).getParent());
    Files.move(home.resolve(from), home.resolve(to));
  }

  private void staged() throws Exception {
    write("workspace/notes.md", "old");
    write("workspace/.env", "MODE=test");
    write("openclaw.json", "old");
    write(".knowledge/index", "old");
    write(".knowledge/staging/workspace/notes.md", "new");
    write(".knowledge/staging/openclaw.json", "new");
    write(".knowledge/staging/index", "new");
    write(".knowledge/left-out", "workspace/.env\nworkspace/gone\n");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6})
  void itGoesOnWhereItStopped(int steps) throws Exception {
    staged();
    write(".knowledge/swap", "");
    List<String[]> moves =
        List.of(
            new String[] {"workspace", ".knowledge/replaced/workspace"},
            new String[] {".knowledge/staging/workspace", "workspace"},
            new String[] {"openclaw.json", ".knowledge/replaced/openclaw.json"},
            new String[] {".knowledge/staging/openclaw.json", "openclaw.json"},
            new String[] {".knowledge/staging/index", ".knowledge/index.moved"},
            new String[] {".knowledge/replaced/workspace/.env", "workspace/.env"});
    for (String[] each : moves.subList(0, steps)) {
      move(each[0], each[1]);
    }
    if (steps > 4) {
      Files.move(
          home.resolve(".knowledge/index.moved"),
          home.resolve(".knowledge/index"),
          java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }
    recover();
    assertEquals("new", Files.readString(home.resolve("workspace/notes.md")));
    assertEquals("new", Files.readString(home.resolve("openclaw.json")));
    assertEquals("new", Files.readString(home.resolve(".knowledge/index")));
    assertEquals("MODE=test", Files.readString(home.resolve("workspace/.env")));
    for (String left : List.of("swap", "staging", "replaced", "left-out")) {
      assertFalse(Files.exists(home.resolve(".knowledge").resolve(left)), left);
    }
    recover();
    assertEquals("new", Files.readString(home.resolve("workspace/notes.md")));
  }

  @org.junit.jupiter.api.Test
  void oneThatWasNotCompleteNeverHappened() throws Exception {
    staged();
    recover();
    assertEquals("old", Files.readString(home.resolve("workspace/notes.md")));
    assertEquals("old", Files.readString(home.resolve(".knowledge/index")));
    assertFalse(Files.exists(home.resolve(".knowledge/staging")));
  }

  private void recover() throws Exception {
    try (LocalState state = LocalState.open(home)) {
      Swap.recover(home, state);
    }
  }
}
