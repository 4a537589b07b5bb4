package dev.berth.knowledge.store;

import dev.berth.knowledge.store.StoreProblem.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * Objects as files of a folder.
 *
 * <p>An object is written beside the others under a name that no object can have, handed to the
 * disk, and then linked to its own name: a link is made or refused as a whole, and never replaces
 * what is there. The folder must exist: one that is missing is a disk that is not mounted more
 * often than a first push. No link inside it is followed.
 *
 * <p>One object's name may not be another's folder: {@code a} and {@code a/b} exclude each other.
 */
public final class FolderStore implements ObjectStore {

  private final Path root;
  private final String url;
  private final Disk disk;
  private final Unfinished unfinished;

  /**
   * @param root the folder
   * @param clock tells which unfinished files were left by a crash
   */
  public FolderStore(Path root, Clock clock) {
    this(root, clock, Disk.real());
  }

  FolderStore(Path root, Clock clock, Disk disk) {
    this.root = root.toAbsolutePath().normalize();
    this.url = new StoreUrl.Folder(this.root).text();
    this.disk = disk;
    this.unfinished = new Unfinished(this.root, clock);
  }

  @Override
  public boolean create(String name, Content content) throws StoreProblem {
    Path target = place(name);
    Path folder = folderOf(target);
    Path file = null;
    try {
      unfinished.sweepOnce();
      file = unfinished.newFile(UUID.randomUUID().toString());
      write(name, content, file);
      makeFolders(folder);
      boolean created = link(file, target);
      // The other writer's, too: from here on somebody relies on it.
      Disk.keepNames(folder);
      return created;
    } catch (IOException problem) {
      throw problem(name, content.sizeBytes(), problem);
    } finally {
      unfinished.remove(file);
    }
  }

  private void write(String name, Content content, Path file) throws IOException {
    InputStream source;
    try {
      source = content.open();
    } catch (IOException problem) {
      throw Problems.unreadable(url + name, problem);
    }
    try (InputStream exact = new SourceStream(url + name, source, content.sizeBytes())) {
      disk.write(file, exact);
    }
  }

  private static boolean link(Path file, Path target) throws IOException {
    try {
      Files.createLink(target, file);
      return true;
    } catch (FileAlreadyExistsException exists) {
      if (Files.isRegularFile(target, LinkOption.NOFOLLOW_LINKS)) {
        return false;
      }
      throw exists;
    }
  }

  /** Makes the folders of an object; the disk has each before the one inside it. */
  private void makeFolders(Path folder) throws IOException {
    if (folder.equals(root) || Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    Path above = folderOf(folder);
    makeFolders(above);
    try {
      Files.createDirectory(folder);
    } catch (FileAlreadyExistsException exists) {
      if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
        throw exists;
      }
    }
    Disk.keepNames(above);
  }

  @Override
  public InputStream open(String name) throws StoreProblem {
    Path file = place(name);
    try {
      if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
        throw Problems.absent(url + name);
      }
      long size = Files.size(file);
      InputStream stream = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS);
      return new ExactStream(url + name, stream, size);
    } catch (NoSuchFileException gone) {
      throw Problems.absent(url + name);
    } catch (IOException problem) {
      throw problem(name, 0, problem);
    }
  }

  @Override
  public List<String> list(String start, String after, int most) throws StoreProblem {
    Listing.requireMost(most);
    requireRoot();
    try {
      return new FolderListing(root, start, after, most).names();
    } catch (IOException problem) {
      throw problem("", 0, problem);
    }
  }

  @Override
  public void delete(String name) throws StoreProblem {
    Path file = place(name);
    try {
      if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
        Files.deleteIfExists(file);
      }
    } catch (IOException problem) {
      throw problem(name, 0, problem);
    }
  }

  @Override
  public String url() {
    return url;
  }

  @Override
  public void close() {}

  /** Where an object is kept; no folder on the way there is a link. */
  private Path place(String name) throws StoreProblem {
    ObjectStore.requireName(name);
    requireRoot();
    Path place = root;
    for (String part : name.split("/", -1)) {
      if (!place.equals(root) && Files.isSymbolicLink(place)) {
        throw new StoreProblem(
            Kind.DENIED, url + name + " is behind the link " + place + ", which is not followed");
      }
      place = place.resolve(part);
    }
    return place;
  }

  private void requireRoot() throws StoreProblem {
    if (!Files.isDirectory(root)) {
      throw new StoreProblem(
          Kind.NO_BUCKET, "there is no folder " + root + ": mount it, or run mkdir -p " + root);
    }
  }

  private StoreProblem problem(String name, long sizeBytes, IOException problem) {
    if (problem instanceof StoreProblem known) {
      return known;
    }
    if (isFull(sizeBytes, problem)) {
      return new StoreProblem(
          Kind.FULL, "no room is left under " + root + " to store " + name, problem);
    }
    if (problem instanceof AccessDeniedException) {
      return new StoreProblem(
          Kind.DENIED, "this user may not use " + url + name + ": see who owns it", problem);
    }
    if (problem instanceof FileAlreadyExistsException) {
      return new StoreProblem(
          Kind.DENIED, url + name + " cannot be a file: something else has its place", problem);
    }
    String reason = problem instanceof FileSystemException told ? told.getReason() : null;
    return new StoreProblem(
        Kind.UNAVAILABLE,
        url + name + ": " + (reason == null ? "the disk did not do it" : reason),
        problem);
  }

  /** The words for a full disk depend on the language of the machine, what is left does not. */
  private boolean isFull(long sizeBytes, IOException problem) {
    String message = String.valueOf(problem.getMessage()).toLowerCase(Locale.ROOT);
    if (message.contains("no space left") || message.contains("quota exceeded")) {
      return true;
    }
    try {
      return sizeBytes > Files.getFileStore(root).getUsableSpace();
    } catch (IOException unknown) {
      return false;
    }
  }

  private static Path folderOf(Path file) {
    Path folder = file.getParent();
    if (folder == null) {
      throw new IllegalStateException("no folder holds " + file);
    }
    return folder;
  }
}
