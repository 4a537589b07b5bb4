package dev.berth.knowledge.crossing;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Everything that a walk met, as lines such as {@code file workspace/a.md}. */
class Met implements Walk.Visitor {

  final List<String> lines = new ArrayList<>();
  final List<String> texts = new ArrayList<>();
  final Map<String, Walk.Seen> files = new TreeMap<>();

  static Met in(Path home) throws IOException {
    return in(home, Map.of());
  }

  static Met in(Path home, Map<KnowledgePath, Path> declared) throws IOException {
    Met met = new Met();
    Walk.over(home, declared, met);
    return met;
  }

  static Met in(Path home, Walk.Opening opening, int batch) throws IOException {
    Met met = new Met();
    Walk.over(home, Map.of(), met, opening, batch);
    return met;
  }

  static DirectoryStream<Path> openUnlinked(Path home, List<Path> parts) throws IOException {
    return Unlinked.folder(home, parts);
  }

  /** The one file of this name. */
  Walk.Seen seen(String text) {
    Walk.Seen seen = files.get(text);
    if (seen == null) {
      throw new AssertionError(text + " is not among " + lines);
    }
    return seen;
  }

  @Override
  public void file(Walk.Seen seen) throws IOException {
    files.put(seen.path().text(), seen);
    add("file ", seen.path(), "");
  }

  @Override
  public void folder(KnowledgePath emptyFolder) {
    add("folder ", emptyFolder, "");
  }

  @Override
  public void leftOut(LeftOut what) {
    add("left ", what.path(), " " + what.why());
  }

  private void add(String kind, KnowledgePath path, String why) {
    texts.add(path.text());
    lines.add(kind + path.text() + why);
  }
}
