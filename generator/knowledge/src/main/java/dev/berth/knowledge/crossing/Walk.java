package dev.berth.knowledge.crossing;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Meets everything that may cross, in the order of {@link KnowledgePath#text()}, and everything
 * that stays, with its reason. Follows no link, opens no file, and holds one batch of names for
 * each folder on the way.
 */
public final class Walk {

  /** Hears of what is met; files, folders and what is left out come in one order. */
  public interface Visitor {

    /** A regular file whose name may cross. */
    void file(Seen seen) throws IOException;

    /** A folder with nothing in it that may cross. */
    void folder(KnowledgePath emptyFolder) throws IOException;

    /**
     * Something that stays. Of a folder that never crosses or cannot be read it is the folder; of
     * names that are too long it is the folder that holds them.
     */
    void leftOut(LeftOut what) throws IOException;
  }

  /**
   * A file as it was met.
   *
   * @param file where it is; of a declared file the place that its links lead to
   * @param modifiedNanos since 1970, mtime
   * @param changedNanos since 1970, ctime
   * @param mode the nine permission bits
   */
  public record Seen(
      KnowledgePath path,
      Path file,
      long sizeBytes,
      long modifiedNanos,
      long changedNanos,
      long inode,
      int mode) {}

  /** Opens a folder below the home for its names. */
  interface Opening {
    DirectoryStream<Path> open(Path home, List<Path> parts) throws IOException;
  }

  private final Path home;
  private final Declared declared;
  private final Visitor visitor;
  private final Opening opening;
  private final int batch;
  private final Deque<FolderWalk> under = new ArrayDeque<>();

  private Walk(Path home, Declared declared, Visitor visitor, Opening opening, int batch) {
    this.home = home;
    this.declared = declared;
    this.visitor = visitor;
    this.opening = opening;
    this.batch = batch;
  }

  /**
   * Walks over one agent's files.
   *
   * @param home links in its own name are followed; when it is missing nothing is met
   * @param declared files that stand in for, or are added as, those of their names; links to them
   *     are followed, because whoever declares them says so
   * @throws IOException when the visitor throws it, or a folder that could be read no longer can
   */
  public static void over(Path home, Map<KnowledgePath, Path> declared, Visitor visitor)
      throws IOException {
    over(home, declared, visitor, Walk::openUnlinked, FolderNames.BATCH);
  }

  static void over(
      Path home, Map<KnowledgePath, Path> declared, Visitor visitor, Opening opening, int batch)
      throws IOException {
    Path real;
    try {
      real = home.toRealPath();
    } catch (NoSuchFileException missing) {
      return;
    }
    new Walk(real, new Declared(declared), visitor, opening, batch).walk();
  }

  private void walk() throws IOException {
    under.push(FolderWalk.home(home));
    while (!under.isEmpty()) {
      FolderWalk folder = under.element();
      if (folder.needsMore()) {
        folder.take(namesOrGone(folder));
      }
      String next = folder.next();
      if (next == null) {
        under.remove();
      } else if (next.endsWith("/")) {
        enter(folder.later(next));
      } else {
        meet(folder, next);
      }
    }
  }

  private void meet(FolderWalk parent, String name) throws IOException {
    KnowledgePath path = parent.path(name);
    Optional<Path> elsewhere = declared.file(path);
    if (elsewhere.isPresent()) {
      meetDeclared(path, elsewhere.get());
      return;
    }
    boolean holdsDeclared = !declared.namesIn(path.text() + "/").isEmpty();
    Path file = parent.file(name);
    FileStatus status;
    try {
      status = FileStatus.of(file);
    } catch (NoSuchFileException gone) {
      if (holdsDeclared) {
        announceDeclared(parent, name, path);
      }
      return;
    } catch (IOException unreadable) {
      visitor.leftOut(new LeftOut(path, whyUnreadable(file)));
      return;
    }
    boolean folder = holdsDeclared || status.isFolder();
    Optional<LeftOut.Reason> refused = Crossing.refuses(path, folder);
    if (refused.isPresent()) {
      visitor.leftOut(new LeftOut(path, refused.get()));
    } else if (status.isLink()) {
      visitor.leftOut(new LeftOut(path, LeftOut.Reason.LINK));
    } else if (status.isFolder()) {
      announce(parent, name, path);
    } else if (status.isFile() && !holdsDeclared) {
      visitor.file(status.seen(path, file));
    } else {
      visitor.leftOut(new LeftOut(path, LeftOut.Reason.SPECIAL));
    }
    if (refused.isEmpty() && holdsDeclared && !status.isFolder()) {
      announceDeclared(parent, name, path);
    }
  }

  private void meetDeclared(KnowledgePath path, Path link) throws IOException {
    Optional<LeftOut.Reason> refused = Crossing.refuses(path, false);
    if (refused.isPresent()) {
      visitor.leftOut(new LeftOut(path, refused.get()));
      return;
    }
    Path file;
    FileStatus status;
    try {
      file = link.toRealPath();
      status = FileStatus.of(file);
    } catch (IOException unreadable) {
      visitor.leftOut(new LeftOut(path, LeftOut.Reason.UNREADABLE));
      return;
    }
    if (status.isFile()) {
      visitor.file(status.seen(path, file));
    } else {
      visitor.leftOut(new LeftOut(path, LeftOut.Reason.SPECIAL));
    }
  }

  /** Says of a folder what must be said before anything that is in it. */
  private void announce(FolderWalk parent, String name, KnowledgePath path) throws IOException {
    FolderWalk folder = parent.inside(name);
    FolderNames names;
    try {
      names = names(folder);
    } catch (IOException unreadable) {
      visitor.leftOut(new LeftOut(path, whyUnreadable(folder.folder())));
      if (!declared.namesIn(folder.prefix()).isEmpty()) {
        announceDeclared(parent, name, path);
      }
      return;
    }
    if (names.tooLong()) {
      visitor.leftOut(new LeftOut(path, LeftOut.Reason.NAME_TOO_LONG));
    }
    // A folder of more names than a batch is never taken for an empty one.
    if (!names.more() && !holdsAny(folder, names)) {
      visitor.folder(path);
    }
    if (parent.isEnteredNext(name)) {
      folder.take(names);
      under.push(folder);
    } else {
      parent.enterLater(name, folder);
    }
  }

  /** A folder of which only what was declared to be in it crosses. */
  private void announceDeclared(FolderWalk parent, String name, KnowledgePath path)
      throws IOException {
    Optional<LeftOut.Reason> refused = Crossing.refuses(path, true);
    if (refused.isPresent()) {
      visitor.leftOut(new LeftOut(path, refused.get()));
      return;
    }
    FolderWalk folder = parent.inside(name);
    folder.leaveDisk();
    parent.enterLater(name, folder);
  }

  private void enter(FolderWalk folder) throws IOException {
    folder.take(namesOrGone(folder));
    under.push(folder);
  }

  /** Whether a file in the folder may cross, or a folder in it, which crosses even when empty. */
  private boolean holdsAny(FolderWalk folder, FolderNames names) {
    Set<String> fromDeclared = declared.namesIn(folder.prefix());
    for (String name : names.names()) {
      if (fromDeclared.contains(name) || mayCross(folder, name)) {
        return true;
      }
    }
    return false;
  }

  private static boolean mayCross(FolderWalk folder, String name) {
    try {
      FileStatus status = FileStatus.of(folder.file(name));
      return (status.isFile() || status.isFolder())
          && Crossing.refuses(folder.path(name), status.isFolder()).isEmpty();
    } catch (IOException gone) {
      return false;
    }
  }

  private FolderNames names(FolderWalk folder) throws IOException {
    Set<String> beside = declared.namesIn(folder.prefix());
    int most =
        Math.min(
            KnowledgePath.LONGEST_PART_BYTES,
            KnowledgePath.LONGEST_BYTES - FileName.lengthBytes(folder.prefix()));
    FolderNames.Wanted wanted = new FolderNames.Wanted(folder.last(), beside, most, batch);
    if (!folder.isOnDisk()) {
      return FolderNames.of(List.of(), wanted);
    }
    try (DirectoryStream<Path> stream = opening.open(home, folder.parts())) {
      return FolderNames.of(stream, wanted);
    }
  }

  /**
   * The next names of a folder that was read before. When it is gone, what was in it is gone; but
   * when it only cannot be read any more, nobody can say what is in it.
   */
  private FolderNames namesOrGone(FolderWalk folder) throws IOException {
    try {
      return names(folder);
    } catch (IOException unreadable) {
      if (isFolder(folder.folder())) {
        throw unreadable;
      }
      folder.leaveDisk();
      return names(folder);
    }
  }

  private static DirectoryStream<Path> openUnlinked(Path home, List<Path> parts)
      throws IOException {
    return Patience.open(() -> Unlinked.folder(home, parts), Patience.USUAL);
  }

  private static boolean isFolder(Path folder) {
    try {
      return FileStatus.of(folder).isFolder();
    } catch (IOException gone) {
      return false;
    }
  }

  private static LeftOut.Reason whyUnreadable(Path file) {
    return FileName.lengthBytes(KnowledgePath.within(file.getRoot(), file).text())
            >= KnowledgePath.LONGEST_BYTES
        ? LeftOut.Reason.NAME_TOO_LONG
        : LeftOut.Reason.UNREADABLE;
  }
}
