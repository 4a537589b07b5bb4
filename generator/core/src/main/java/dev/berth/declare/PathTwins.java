package dev.berth.declare;

import dev.berth.diagnose.Diagnostic;
import dev.berth.diagnose.PathDiagnostic;
import dev.berth.source.SourcePoint;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Finds paths that are two on one file system and one on another. */
final class PathTwins {

  private PathTwins() {}

  static List<Diagnostic> in(Set<String> paths) {
    Map<String, String> firsts = new HashMap<>();
    List<Diagnostic> twins = new ArrayList<>();
    for (Map.Entry<String, String> each : filesByPath(paths).entrySet()) {
      String path = each.getKey();
      String first = firsts.putIfAbsent(folded(path), path);
      if (first != null) {
        SourcePoint at = SourcePoint.startOf(each.getValue());
        twins.add(new PathDiagnostic.NameTwins(at, path, first));
      }
    }
    return twins;
  }

  /** Every file and folder, with the first file that stands there; folders end with a slash. */
  private static Map<String, String> filesByPath(Set<String> paths) {
    Map<String, String> files = new TreeMap<>();
    SortedSet<String> sorted = new TreeSet<>(paths);
    for (String path : sorted) {
      files.put(path, path);
      for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
        files.putIfAbsent(path.substring(0, slash + 1), path);
      }
    }
    return files;
  }

  /** The last segment folded: a pair of folders is one pair, whatever is in them. */
  private static String folded(String path) {
    int last = path.lastIndexOf('/', path.length() - 2) + 1;
    String name = Normalizer.normalize(path.substring(last), Normalizer.Form.NFKC);
    // Both ways: some letters have a twin only in upper case.
    String folded = name.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    return path.substring(0, last) + Normalizer.normalize(folded, Normalizer.Form.NFKC);
  }
}
