package dev.berth.gather;

import static dev.berth.source.Refusal.Reason.CHANGED_WHILE_READ;
import static dev.berth.source.Refusal.Reason.TOO_LARGE;
import static dev.berth.source.Refusal.Reason.UNREADABLE;
import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import dev.berth.source.Refusal;
import dev.berth.source.SourceFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Looks before it reads, and again after: a folder or file that was exchanged in between, for a
 * link or for another one, is refused. A folder is looked at once for all its files.
 */
final class Probe {

  /** Opens a file that was just found to be a regular one. */
  @FunctionalInterface
  interface Opener {
    InputStream open(Path path) throws IOException;
  }

  private final Opener opener;

  Probe(Opener opener) {
    this.opener = opener;
  }

  static Probe onDisk() {
    return new Probe(path -> Files.newInputStream(path, NOFOLLOW_LINKS));
  }

  /** What stands at a name in a folder, if anything. */
  Optional<Found> find(Path folder, String name) throws IOException {
    Path path = folder.resolve(name);
    try {
      return Optional.of(new Found(path, name, attributes(path)));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  private static List<Found> list(Path folder) throws IOException {
    List<Found> entries = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
      for (Path path : stream) {
        entries.add(new Found(path, path.getFileName().toString(), attributes(path)));
      }
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    entries.sort(Comparator.comparing(Found::name));
    return entries;
  }

  /** The entries of a folder, sorted by name; none, and a refusal, when it cannot be listed. */
  List<Found> entries(Found folder, String path, Gathered gathered) {
    try {
      List<Found> entries = list(folder.path());
      if (folder.sameAs(attributes(folder.path()))) {
        return entries;
      }
      gathered.refuse(path, CHANGED_WHILE_READ);
    } catch (NoSuchFileException e) {
      gathered.refuse(path, CHANGED_WHILE_READ);
    } catch (IOException e) {
      gathered.refuse(path, UNREADABLE);
    }
    return List.of();
  }

  /** Reads at most {@code limitBytes}, however long the file has become by then. */
  void read(Found file, String path, int limitBytes, Gathered gathered) {
    if (file.attributes().size() > limitBytes) {
      gathered.refuse(new Refusal(path, TOO_LARGE, limitBytes));
      return;
    }
    try (InputStream in = opener.open(file.path())) {
      byte[] bytes = in.readNBytes(limitBytes + 1);
      if (bytes.length == file.attributes().size() && file.sameAs(attributes(file.path()))) {
        gathered.add(new SourceFile(path, bytes));
      } else {
        gathered.refuse(path, CHANGED_WHILE_READ);
      }
    } catch (NoSuchFileException e) {
      gathered.refuse(path, CHANGED_WHILE_READ);
    } catch (IOException e) {
      gathered.refuse(path, UNREADABLE);
    }
  }

  private static BasicFileAttributes attributes(Path path) throws IOException {
    return Files.readAttributes(path, BasicFileAttributes.class, NOFOLLOW_LINKS);
  }
}
