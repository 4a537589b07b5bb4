package dev.berth.knowledge.work;

import dev.berth.knowledge.crossing.KnowledgePath;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * Puts a whole new workspace in the place of the old by renames.
 *
 * <p>What is new is staged first. The file {@code swap} says that it is complete: from then on the
 * swap is always brought to its end, by this process or the next one. Before that it never
 * happened.
 */
final class Swap {

  private static final String WORKSPACE = "workspace";
  private static final String CONFIGURATION = "openclaw.json";

  private final Path home;
  private final Path staging;
  private final Path replaced;
  private final Path leftOut;
  private final Path complete;
  private final Path index;

  private Swap(Path home, LocalState state) {
    this.home = home;
    this.staging = state.scratch("staging");
    this.replaced = state.scratch("replaced");
    this.leftOut = state.scratch("left-out");
    this.complete = state.scratch("swap");
    this.index = state.index();
  }

  /** Ends a swap that another process began, or forgets one that was not complete. */
  static void recover(Path home, LocalState state) throws IOException {
    Swap swap = new Swap(home, state);
    if (Files.exists(swap.complete)) {
      swap.finish();
    } else {
      delete(swap.staging);
    }
  }

  /** A new one, with nothing staged. */
  static Swap begin(Path home, LocalState state) throws IOException {
    Swap swap = new Swap(home, state);
    delete(swap.staging);
    Files.createDirectories(swap.staging.resolve(WORKSPACE));
    return swap;
  }

  /** Where files are staged under their own names. */
  Path staging() {
    return staging;
  }

  /** Where the index of what is staged is written: the old one holds until all is in place. */
  Path stagedIndex() {
    return staging.resolve("index");
  }

  /** Where the names of local files are written that do not cross: they come along. */
  Path leftOut() {
    return leftOut;
  }

  /** Forgets what is staged. */
  void cancel() throws IOException {
    delete(staging);
  }

  /** Everything is staged: puts it in place. */
  void run() throws IOException {
    Files.write(complete, new byte[0], StandardOpenOption.CREATE, StandardOpenOption.DSYNC);
    finish();
  }

  /** Each step can be done again: whichever was the last, the next one follows. */
  private void finish() throws IOException {
    Path fresh = staging.resolve(WORKSPACE);
    Path place = home.resolve(WORKSPACE);
    Path old = replaced.resolve(WORKSPACE);
    if (exists(fresh)) {
      if (exists(place) && !exists(old)) {
        Files.createDirectories(replaced);
        Files.move(place, old, StandardCopyOption.ATOMIC_MOVE);
      }
      Files.move(fresh, place, StandardCopyOption.ATOMIC_MOVE);
    }
    Path configuration = staging.resolve(CONFIGURATION);
    if (exists(configuration)) {
      Path current = home.resolve(CONFIGURATION);
      Path before = replaced.resolve(CONFIGURATION);
      if (exists(current) && !exists(before)) {
        Files.createDirectories(replaced);
        Files.move(current, before, StandardCopyOption.ATOMIC_MOVE);
      }
      Files.move(configuration, current, StandardCopyOption.ATOMIC_MOVE);
    }
    if (exists(stagedIndex())) {
      Files.move(stagedIndex(), index, StandardCopyOption.ATOMIC_MOVE);
    }
    bringAlong();
    delete(replaced);
    delete(staging);
    Files.deleteIfExists(leftOut);
    Files.deleteIfExists(complete);
  }

  /** What does not cross has no other copy, so it stays with the workspace it was in. */
  private void bringAlong() throws IOException {
    if (!exists(replaced)) {
      return;
    }
    try (BufferedReader names = Files.newBufferedReader(leftOut)) {
      String text = names.readLine();
      while (text != null) {
        KnowledgePath path = new KnowledgePath(text);
        bring(path.under(replaced), path.under(home));
        text = names.readLine();
      }
    } catch (NoSuchFileException nothing) {
      // Then nothing was left out.
    }
  }

  private static void bring(Path from, Path to) throws IOException {
    if (!exists(from)) {
      return;
    }
    Files.createDirectories(to.getParent());
    Path free = to;
    for (int i = 1; exists(free); i++) {
      free = to.resolveSibling(to.getFileName() + ".local-" + i);
    }
    Files.move(from, free, StandardCopyOption.ATOMIC_MOVE);
  }

  private static boolean exists(Path path) {
    return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
  }

  /** Deletes a folder with all that is in it; links are removed, not followed. */
  static void delete(Path folder) throws IOException {
    if (!exists(folder)) {
      return;
    }
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(
              Path each, @org.jspecify.annotations.Nullable IOException broken) throws IOException {
            if (broken != null) {
              throw broken;
            }
            Files.delete(each);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
