package dev.berth.emit;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The folder on disk, with two neighbours that only exist while a run replaces it: the next tree,
 * and for a moment the last one.
 */
final class OutputFolder {

  private final Path folder;
  private final Path next;
  private final Path last;

  /**
   * @param folder absolute and normalized; not the root of a file system
   */
  OutputFolder(Path folder) {
    Path name = Objects.requireNonNull(folder.getFileName(), "the root of a file system");
    this.folder = folder;
    this.next = folder.resolveSibling("." + name + ".berth-next");
    this.last = folder.resolveSibling("." + name + ".berth-last");
  }

  boolean exists() {
    return Files.isDirectory(folder, NOFOLLOW_LINKS);
  }

  /** Ends what a killed run began: its unfinished tree goes, the tree it had put aside returns. */
  void recover() throws IOException {
    if (Files.exists(last, NOFOLLOW_LINKS)) {
      if (Files.exists(folder, NOFOLLOW_LINKS)) {
        NextTree.delete(last);
      } else {
        Files.move(last, folder, StandardCopyOption.ATOMIC_MOVE);
      }
    }
    NextTree.delete(next);
  }

  /** What Berth's own files hold now, by path; empty for a missing or empty folder. */
  SortedMap<String, String> hashes() throws IOException {
    SortedMap<String, String> hashes = new TreeMap<>();
    if (!Files.exists(folder, NOFOLLOW_LINKS)) {
      return hashes;
    }
    if (!exists()) {
      throw new FolderRefused(
          folder + " is not a folder, or a symbolic link", "name a folder, or one that is missing");
    }
    List<Path> files = files();
    if (files.isEmpty()) {
      return hashes;
    }
    SortedMap<String, String> own = manifest().hashes();
    for (Path file : files) {
      String path = folder.relativize(file).toString().replace('\\', '/');
      if (path.equals(Manifest.NAME)) {
        continue;
      }
      if (!own.containsKey(path) || !Files.isRegularFile(file, NOFOLLOW_LINKS)) {
        throw new FolderRefused(
            file + " was not written by Berth", "move it elsewhere, or name another folder");
      }
      hashes.put(path, Manifest.hash(Files.readAllBytes(file)));
    }
    return hashes;
  }

  private Manifest manifest() throws IOException {
    Path file = folder.resolve(Manifest.NAME);
    Optional<Manifest> manifest =
        Files.isRegularFile(file, NOFOLLOW_LINKS)
            ? Manifest.parse(Files.readString(file, StandardCharsets.UTF_8))
            : Optional.empty();
    return manifest.orElseThrow(
        () ->
            new FolderRefused(
                folder + " is not empty and was not made by Berth",
                "name an empty folder, or one that is missing"));
  }

  /** A tree that is to take the folder's place. */
  NextTree next() {
    return new NextTree(next, folder);
  }

  void replaceBy(NextTree tree) throws IOException {
    // No folder can be exchanged for another in one step: between these two, a killed run leaves
    // the last tree aside, and recover() brings it back.
    if (exists()) {
      Files.move(folder, last, StandardCopyOption.ATOMIC_MOVE);
    }
    tree.moveTo(folder);
    NextTree.delete(last);
  }

  /** Everything below the folder that is not itself a folder. */
  private List<Path> files() throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths.filter(path -> !Files.isDirectory(path, NOFOLLOW_LINKS)).toList();
    }
  }
}
