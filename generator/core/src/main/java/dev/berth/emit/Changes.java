package dev.berth.emit;

import java.util.List;

/**
 * What a run did to the output folder: paths relative to it, sorted, with forward slashes.
 *
 * @param written new files and files whose bytes differ
 * @param removed files an earlier run wrote and this one does not have
 */
public record Changes(List<String> written, List<String> removed) {

  public static final Changes NONE = new Changes(List.of(), List.of());
}
