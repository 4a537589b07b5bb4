package dev.berth.source;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Everything a user wrote, in an order that no file system decides.
 *
 * @param files by path
 * @param refused paths that were found and not read, sorted by path
 */
public record Sources(SortedMap<String, SourceFile> files, List<Refusal> refused) {

  public static final String FLEET = "fleet.yaml";

  /** Need not be there. */
  public static final String WAIVERS = "waivers.yaml";

  public static final String AGENTS = "agents/";
  public static final String SOULS = "souls/";
  public static final String TEAM = "team.yaml";

  /**
   * Parsing time grows with the square of a line's length, so a declaration's length is bounded.
   */
  public static final int MOST_YAML_BYTES = 256 * 1024;

  /**
   * Helm keeps a release in one Secret of at most 1 MiB, in which a soul stands twice (among the
   * values and in the manifest) and base64 makes four bytes of three.
   */
  public static final int MOST_SOUL_BYTES = 256 * 1024;

  public Sources {
    files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    refused = refused.stream().sorted(java.util.Comparator.comparing(Refusal::path)).toList();
  }

  public static Sources of(Collection<SourceFile> files) {
    SortedMap<String, SourceFile> byPath = new TreeMap<>();
    for (SourceFile file : files) {
      if (byPath.put(file.path(), file) != null) {
        throw new IllegalArgumentException("two files at " + file.path());
      }
    }
    return new Sources(byPath, List.of());
  }

  public Optional<SourceFile> file(String path) {
    return Optional.ofNullable(files.get(path));
  }

  /** The files whose path starts with {@code folder}, in order of path. */
  public Stream<SourceFile> under(String folder) {
    return files.tailMap(folder).values().stream()
        .takeWhile(file -> file.path().startsWith(folder));
  }
}
