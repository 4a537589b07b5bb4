package dev.berth.local.install;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Something that npm brings into a folder of its own. It is made beside that folder and renamed
 * last: a run that was killed leaves nothing that looks whole.
 *
 * @param wanted in the user's words, e.g. {@code OpenClaw 2026.9.6}
 * @param named as npm knows it, e.g. {@code openclaw@2026.9.6}
 * @param folder there when it is installed, and not before
 * @param part the path, in what npm makes, of what becomes that folder; empty for all of it
 */
record NpmPackage(String wanted, String named, Path folder, String part) {

  private static final String PARTIAL = ".partial-";

  @SuppressWarnings("try") // The lock is held, not read.
  void install(Npm npm, Consumer<String> progress) throws NotInstalled, InterruptedException {
    Path above = Objects.requireNonNull(folder.getParent());
    Path lock = above.resolve("." + folder.getFileName() + ".lock");
    try (InstallLock held = InstallLock.taken(lock, wanted, progress)) {
      if (Files.exists(folder)) {
        // Another run installed it while this one waited for it.
        return;
      }
      sweep(above);
      progress.accept("Installing " + wanted + " from npm: once, into " + folder);
      Path made = Files.createTempDirectory(above, folder.getFileName() + PARTIAL);
      try {
        Npm.Ended ended = npm.install(named, made, progress);
        if (ended.exitCode() != 0) {
          throw new NotInstalled(mistake(ended, npm));
        }
        // Tools are nobody's secret, and the folder of a temporary one is.
        Files.setPosixFilePermissions(made, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.move(made.resolve(part), folder, StandardCopyOption.ATOMIC_MOVE);
        progress.accept("Installed " + wanted);
      } finally {
        delete(made);
      }
    } catch (IOException | UncheckedIOException disk) {
      throw new NotInstalled(mistake(disk));
    }
  }

  private InstallProblem mistake(Npm.Ended ended, Npm npm) throws InterruptedException {
    InstallProblem problem = NpmMistake.of(ended.said(), wanted, npm.registry(), folder);
    return problem instanceof InstallProblem.NoSuchVersion && named.startsWith("node-")
        ? new InstallProblem.NoNodePackage(named)
        : problem;
  }

  private InstallProblem mistake(Exception disk) {
    String said = String.valueOf(disk.getMessage());
    String reason =
        disk instanceof FileSystemException about && about.getReason() != null
            ? String.valueOf(about.getReason())
            : disk.getClass().getSimpleName();
    return said.contains("No space left") || said.contains("quota")
        ? new InstallProblem.DiskFull(wanted, folder)
        : new InstallProblem.NoFolder(folder, reason);
  }

  /** What runs left that were killed; the lock is ours, so none of it is anybody's. */
  private void sweep(Path above) throws IOException {
    List<Path> left;
    try (Stream<Path> there = Files.list(above)) {
      String prefix = folder.getFileName() + PARTIAL;
      left = there.filter(each -> each.getFileName().toString().startsWith(prefix)).toList();
    }
    for (Path each : left) {
      delete(each);
    }
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    List<Path> all;
    try (Stream<Path> there = Files.walk(folder)) {
      all = there.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path each : all) {
      Files.deleteIfExists(each);
    }
  }
}
