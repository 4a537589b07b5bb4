package dev.berth.e2e.knowledge.cost;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Random;

/** Writes a workspace of small notes, each another: about a kibibyte. */
final class Notes {

  private Notes() {}

  static void write(Path home, int files) throws IOException {
    Random random = new Random(files);
    for (int i = 0; i < files; i++) {
      Path note = note(home, i);
      Files.createDirectories(note.getParent());
      StringBuilder text = new StringBuilder();
      while (text.length() < 1000) {
        text.append("Note ").append(i).append(" counts ").append(random.nextInt(1000)).append('\n');
      }
      Files.writeString(note, text);
    }
  }

  /** Changes one of them. */
  static void change(Path home, int which) throws IOException {
    Files.writeString(note(home, which), "And one line more.\n", StandardOpenOption.APPEND);
  }

  private static Path note(Path home, int which) {
    return home.resolve("workspace/days/" + which / 100 + "/note-" + which + ".md");
  }
}
