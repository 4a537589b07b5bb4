package dev.berth.e2e.knowledge.faults;

import dev.berth.knowledge.work.WorkingCopy;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A working copy whose files change in a way that is always of the same kind, so that a push and a
 * pull always make as many requests.
 *
 * @param folder holds {@code workspace/}
 */
record Home(Path folder) {

  /** A file that never crosses: whatever happens, it must stay where it is. */
  static final String LOCAL = "workspace/local.sqlite";

  private static final int NOTES = 30;

  static Home in(Path folder) throws IOException {
    return new Home(Files.createTempDirectory(folder, "home"));
  }

  WorkingCopy copy() {
    return WorkingCopy.at(folder);
  }

  void fill() throws IOException {
    for (int i = 0; i < NOTES; i++) {
      write("workspace/notes/" + i + ".md", "note " + i + "\n");
    }
    write("workspace/added-0.md", "added");
    write("workspace/large.bin", large(0));
  }

  /** Changes some files and a large one, adds one and deletes the one added before. */
  void change(int round) throws IOException {
    for (int i = 3; i < 7; i++) {
      write("workspace/notes/" + i + ".md", "note " + i + " of round " + round + "\n");
    }
    write("workspace/large.bin", large(round));
    Files.delete(folder.resolve("workspace/added-" + (round - 1) + ".md"));
    write("workspace/added-" + round + ".md", "added in round " + round);
  }

  private static String large(int round) {
    byte[] bytes = new byte[200_000];
    new Random(round).nextBytes(bytes);
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  void write(String name, String latin) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, latin, StandardCharsets.ISO_8859_1);
  }

  /** Mode and bytes of every file outside of {@code .knowledge/}. */
  Map<String, List<String>> files() throws IOException {
    return files(folder);
  }

  static Map<String, List<String>> files(Path folder) throws IOException {
    Map<String, List<String>> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path each : (Iterable<Path>) all::iterator) {
        if (each.startsWith(folder.resolve(".knowledge"))
            || !Files.isRegularFile(each, LinkOption.NOFOLLOW_LINKS)) {
          continue;
        }
        files.put(
            folder.relativize(each).toString(),
            List.of(
                PosixFilePermissions.toString(Files.getPosixFilePermissions(each)),
                Files.readString(each, StandardCharsets.ISO_8859_1)));
      }
    }
    return files;
  }
}
