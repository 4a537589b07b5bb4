package dev.berth.model;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * Which folders of the bucket belong to whom. The policies of a folder and of every folder above it
 * add up (https://cloud.google.com/storage/docs/managed-folders), so a grant on a parent opens what
 * its children keep to themselves.
 *
 * @param owners by the folder's path, e.g. {@code agents/support/customer}
 */
public record FolderOwners(SortedMap<String, String> owners) {

  /**
   * The first folder of somebody else that a grant on {@code path} to {@code who} would open; the
   * empty path is the bucket.
   */
  public Optional<String> opened(String path, String who) {
    List<String> granted = segments(path);
    return owners.entrySet().stream()
        .filter(folder -> !folder.getValue().equals(who))
        .map(Map.Entry::getKey)
        .filter(folder -> isAtOrBelow(segments(folder), granted))
        .findFirst();
  }

  /** By whole segments: {@code agents/a} is not above {@code agents/ab}. */
  private static boolean isAtOrBelow(List<String> folder, List<String> parent) {
    return folder.size() >= parent.size() && folder.subList(0, parent.size()).equals(parent);
  }

  private static List<String> segments(String path) {
    return Arrays.stream(path.split("/")).filter(segment -> !segment.isEmpty()).toList();
  }
}
