package dev.berth.knowledge.crossing;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The files that are kept elsewhere and stand in for those of their names; a handful. */
final class Declared {

  private final TreeMap<String, Path> files = new TreeMap<>();

  Declared(Map<KnowledgePath, Path> files) {
    files.forEach((path, file) -> this.files.put(path.text(), file));
  }

  /** The file that stands in for this name. */
  Optional<Path> file(KnowledgePath path) {
    return Optional.ofNullable(files.get(path.text()));
  }

  /** The names in a folder that these files have or lie under; {@code folder} ends with a slash. */
  Set<String> namesIn(String folder) {
    Set<String> names = new TreeSet<>();
    for (String text : files.tailMap(folder, false).keySet()) {
      if (!text.startsWith(folder)) {
        break;
      }
      int slash = text.indexOf('/', folder.length());
      names.add(text.substring(folder.length(), slash < 0 ? text.length() : slash));
    }
    return names;
  }
}
