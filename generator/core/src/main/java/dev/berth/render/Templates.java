package dev.berth.render;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The texts below {@code templates/}, but for charts, which are Helm's.
 *
 * @param texts by path below {@code templates/}, e.g. {@code kubernetes/team/namespace.yaml}
 */
public record Templates(Map<String, String> texts) {

  public Templates {
    texts = Map.copyOf(texts);
  }

  /** Reads them from the {@code templates} folder of a Berth checkout. */
  public static Templates in(Path folder) throws IOException {
    Map<String, String> texts = new TreeMap<>();
    for (String room : new String[] {"kubernetes", "openclaw", "probe"}) {
      try (Stream<Path> paths = Files.walk(folder.resolve(room))) {
        for (Path path : (Iterable<Path>) paths.filter(Files::isRegularFile)::iterator) {
          String name = folder.relativize(path).toString().replace('\\', '/');
          texts.put(name, Files.readString(path, StandardCharsets.UTF_8));
        }
      }
    }
    return new Templates(texts);
  }
}
