package dev.berth.emit;

import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.stream.Stream;

/**
 * What a run did to the output folder: paths relative to it, sorted, with forward slashes.
 *
 * @param written new files and files whose bytes differ
 * @param removed files an earlier run wrote and this one does not have
 * @param same how many files are as they were
 */
public record Changes(List<String> written, List<String> removed, int same) {

  /** From what the folder held to what it is to hold: hashes by path. */
  static Changes between(SortedMap<String, String> before, SortedMap<String, String> after) {
    List<String> written =
        paths(after).filter(path -> !Objects.equals(after.get(path), before.get(path))).toList();
    List<String> removed = paths(before).filter(path -> !after.containsKey(path)).toList();
    return new Changes(written, removed, after.size() - written.size());
  }

  /** Whether the folder held exactly these files already. */
  public boolean none() {
    return written.isEmpty() && removed.isEmpty();
  }

  private static Stream<String> paths(SortedMap<String, String> hashes) {
    return hashes.keySet().stream();
  }
}
