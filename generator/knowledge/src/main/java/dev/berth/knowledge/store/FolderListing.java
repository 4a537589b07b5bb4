package dev.berth.knowledge.store;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** One page of the names in a folder store; only folders that may hold one of them are read. */
final class FolderListing {

  private final Path root;
  private final String start;
  private final String after;
  private final int most;
  private final List<String> names = new ArrayList<>();

  FolderListing(Path root, String start, String after, int most) {
    this.root = root;
    this.start = start;
    this.after = after;
    this.most = most;
  }

  List<String> names() throws IOException {
    read(root, "");
    return List.copyOf(names);
  }

  private void read(Path folder, String before) throws IOException {
    for (String child : children(folder, before)) {
      if (names.size() == most) {
        return;
      }
      if (child.endsWith("/")) {
        read(root.resolve(child), child);
      } else {
        names.add(child);
      }
    }
  }

  /** The wanted names in a folder in order; a folder's ends with a slash, as its objects' do. */
  private List<String> children(Path folder, String before) throws IOException {
    List<String> children = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      for (Path entry : entries) {
        String name = before + entry.getFileName();
        if (!Listing.isName(name)) {
          continue;
        }
        boolean isFolder = Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS);
        if (isFolder && mayHold(name + "/")) {
          children.add(name + "/");
        } else if (name.startsWith(start)
            && name.compareTo(after) > 0
            && Files.isRegularFile(entry, LinkOption.NOFOLLOW_LINKS)) {
          children.add(name);
        }
      }
    } catch (NoSuchFileException | NotDirectoryException gone) {
      return List.of();
    } catch (DirectoryIteratorException problem) {
      throw problem.getCause();
    }
    children.sort(null);
    return children;
  }

  private boolean mayHold(String folder) {
    boolean wanted = folder.startsWith(start) || start.startsWith(folder);
    return wanted && (folder.compareTo(after) > 0 || after.startsWith(folder));
  }
}
