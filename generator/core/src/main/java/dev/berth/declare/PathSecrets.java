package dev.berth.declare;

import dev.berth.diagnose.Diagnostic;
import dev.berth.diagnose.SecretScan;
import dev.berth.diagnose.TextDiagnostic;
import dev.berth.source.Refusal;
import dev.berth.source.SourceFile;
import dev.berth.source.SourcePoint;
import dev.berth.source.Sources;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Names of files and folders that have the shape of a secret: said once, and shown nowhere. */
public final class PathSecrets {

  private PathSecrets() {}

  /** One for each such path, placed at the path with its secret masked. */
  public static List<Diagnostic> in(Sources sources) {
    return Stream.concat(
            sources.files().keySet().stream(), sources.refused().stream().map(Refusal::path))
        .flatMap(path -> SecretScan.find(path).stream().limit(1).map(found -> told(path, found)))
        .toList();
  }

  private static Diagnostic told(String path, SecretScan.Secret found) {
    return new TextDiagnostic.SecretInPath(
        SourcePoint.startOf(SecretScan.mask(path)), found.kind());
  }

  /** All else: whatever is said of it may name its path. */
  public static Sources without(Sources sources) {
    SortedMap<String, SourceFile> files = new TreeMap<>(sources.files());
    files.keySet().removeIf(PathSecrets::hasSecret);
    return new Sources(
        files, sources.refused().stream().filter(each -> !hasSecret(each.path())).toList());
  }

  private static boolean hasSecret(String path) {
    return !SecretScan.find(path).isEmpty();
  }
}
