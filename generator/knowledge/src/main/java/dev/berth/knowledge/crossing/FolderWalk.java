package dev.berth.knowledge.crossing;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How far a walk is in one folder. */
final class FolderWalk {

  private final String prefix;
  private final Path folder;
  private final List<Path> parts;
  private final TreeSet<String> toEnter = new TreeSet<>();
  private ArrayDeque<String> names = new ArrayDeque<>();
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
    if (!toEnter.isEmpty() && (name == null || toEnter.first().compareTo(name) < 0)) {
      return toEnter.pollFirst();
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

  void enterLater(String name) {
    toEnter.add(name + "/");
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
