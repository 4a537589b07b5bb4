package dev.berth.knowledge.crossing;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How far a walk is in one folder. */
final class FolderWalk {

  private final String prefix;
  private final Path folder;
  private final List<Path> parts;
  private final TreeMap<String, FolderWalk> toEnter = new TreeMap<>();
  private ArrayDeque<String> names = new ArrayDeque<>();
  private boolean onDisk = true;
  private boolean more;
  private String last = "";

  private FolderWalk(String prefix, Path folder, List<Path> parts) {
    this.prefix = prefix;
    this.folder = folder;
    this.parts = parts;
  }

  /** The home itself, of which only the two names that may cross are looked at. */
  static FolderWalk home(Path home) {
    FolderWalk walk = new FolderWalk("", home, List.of());
    walk.take(
        new FolderNames(new ArrayDeque<>(List.of("openclaw.json", "workspace")), false, false));
    return walk;
  }

  /** A folder in this one. */
  FolderWalk inside(String name) {
    Path part = FileName.decoded(name);
    return new FolderWalk(
        prefix + name + "/",
        folder.resolve(part),
        Stream.concat(parts.stream(), Stream.of(part)).toList());
  }

  /** Nothing of it is read from now on: there is only what was declared to be in it. */
  void leaveDisk() {
    onDisk = false;
  }

  boolean isOnDisk() {
    return onDisk;
  }

  /** Its names become those to be met next. */
  void take(FolderNames read) {
    names = read.names();
    more = read.more();
  }

  /**
   * What comes next in the order of whole names: a name, or with a slash a folder whose time has
   * come. A folder {@code a} is met as {@code a}, but {@code a.md} comes before what is in it.
   */
  @Nullable String next() {
    String name = names.peek();
    if (!toEnter.isEmpty() && (name == null || toEnter.firstKey().compareTo(name) < 0)) {
      return toEnter.firstKey();
    }
    if (name != null) {
      last = names.remove();
    }
    return name;
  }

  /** Whether the next name is not known before another batch is read. */
  boolean needsMore() {
    return more && names.isEmpty();
  }

  void enterLater(String name, FolderWalk inside) {
    toEnter.put(name + "/", inside);
  }

  /** The folder whose time has come, as {@link #next} says; its names are not yet read. */
  FolderWalk later(String nameAndSlash) {
    return Objects.requireNonNull(toEnter.remove(nameAndSlash));
  }

  /** Whether nothing is met between the folder of this name and what is in it. */
  boolean isEnteredNext(String name) {
    String following = names.peek();
    return !needsMore() && (following == null || following.compareTo(name + "/") > 0);
  }

  KnowledgePath path(String name) {
    return new KnowledgePath(prefix + name);
  }

  Path file(String name) {
    return folder.resolve(FileName.decoded(name));
  }

  Path folder() {
    return folder;
  }

  String prefix() {
    return prefix;
  }

  List<Path> parts() {
    return parts;
  }

  String last() {
    return last;
  }
}
