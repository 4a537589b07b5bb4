package dev.berth.e2e.knowledge.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A real file system at a folder, seen by one shell alone: it is mounted in a name space of that
 * shell's own, so that nothing is left of it.
 *
 * @param mebibytes it holds
 */
public record SmallDisk(Path folder, int mebibytes) {

  /** Leaves room for small files, and not for a large one. */
  public String fill() {
    return String.join(
        "\n",
        "cd '" + folder + "'",
        "dd if=/dev/zero of=filler.1 bs=1k count=100 2> /dev/null",
        "! dd if=/dev/zero of=filler.2 bs=1k 2> /dev/null",
        "rm filler.1",
        "cd /");
  }

  public String makeRoom() {
    return "rm '" + folder + "/filler.2'";
  }

  /** A line that must end with this exit code, and no other. */
  public static String ends(String line, int exitCode) {
    return "code=0; " + line + " || code=$?; [ $code -eq " + exitCode + " ] || exit 99";
  }

  /** Runs lines one after the other while the disk is there; all they said. */
  public String run(String... lines) throws Exception {
    List<String> command = new ArrayList<>(List.of("unshare", "--mount"));
    if (!System.getProperty("user.name").equals("root")) {
      command.addAll(List.of("--user", "--map-root-user"));
    }
    String mount = "mount -t tmpfs -o size=" + mebibytes + "m tmpfs '" + folder + "'\n";
    command.addAll(List.of("/bin/sh", "-euxc", mount + String.join("\n", lines)));
    Path log = Files.createTempFile("berth-disk", ".log");
    int exitCode =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start()
            .waitFor();
    String told = Files.readString(log, StandardCharsets.UTF_8);
    Files.delete(log);
    assertEquals(0, exitCode, told);
    return told;
  }
}
