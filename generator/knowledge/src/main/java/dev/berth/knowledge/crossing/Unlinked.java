package dev.berth.knowledge.crossing;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NotDirectoryException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;

/**
 * Opens what is below a folder without following a link, neither at the end of a name nor in its
 * middle: each part is opened inside the part before it (openat(2)), so that no swap between a look
 * and an opening leads elsewhere. Where the system cannot, each part is looked at first.
 */
final class Unlinked {

  private static final Set<OpenOption> READ =
      Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);

  private Unlinked() {}

  /**
   * The names in a folder.
   *
   * @param root trusted: links in its own name are followed
   * @param parts the folder's name below it; may be empty
   */
  @SuppressWarnings(
      "StreamResourceLeak") // Each is closed once the next is open, the last by the caller.
  static DirectoryStream<Path> folder(Path root, List<Path> parts) throws IOException {
    DirectoryStream<Path> folder = Files.newDirectoryStream(root);
    for (int i = 0; i < parts.size(); i++) {
      try (DirectoryStream<Path> parent = folder) {
        if (parent instanceof SecureDirectoryStream<Path> secure) {
          folder = secure.newDirectoryStream(parts.get(i), LinkOption.NOFOLLOW_LINKS);
        } else {
          return Files.newDirectoryStream(checked(root, parts));
        }
      }
    }
    return folder;
  }

  /** A file, for reading; {@code parts} are those of its name below {@code root}, at least one. */
  static SeekableByteChannel file(Path root, List<Path> parts) throws IOException {
    Path name = parts.get(parts.size() - 1);
    List<Path> parents = parts.subList(0, parts.size() - 1);
    try (DirectoryStream<Path> folder = folder(root, parents)) {
      return folder instanceof SecureDirectoryStream<Path> secure
          ? secure.newByteChannel(name, READ)
          : Files.newByteChannel(checked(root, parents).resolve(name), READ);
    }
  }

  /** Whether a part of the name is a link now. */
  static boolean isLinked(Path root, List<Path> parts) {
    Path at = root;
    for (Path part : parts) {
      at = at.resolve(part);
      if (Files.isSymbolicLink(at)) {
        return true;
      }
    }
    return false;
  }

  private static Path checked(Path root, List<Path> parts) throws IOException {
    Path at = root;
    for (Path part : parts) {
      at = at.resolve(part);
      if (!Files.isDirectory(at, LinkOption.NOFOLLOW_LINKS)) {
        throw new NotDirectoryException(at.toString());
      }
    }
    return at;
  }
}
