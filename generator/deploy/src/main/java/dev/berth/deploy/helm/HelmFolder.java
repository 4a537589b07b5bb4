package dev.berth.deploy.helm;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A temporary folder for what Helm only takes as files; gone when closed. */
record HelmFolder(Path path) implements AutoCloseable {

  /** Holds {@code text} as the file {@link #values()}, readable by its owner alone. */
  static HelmFolder with(String text) throws IOException {
    HelmFolder folder = new HelmFolder(Files.createTempDirectory("berth-helm-"));
    try {
      Files.writeString(folder.values(), text, StandardCharsets.UTF_8);
    } catch (IOException | RuntimeException wrong) {
      folder.close();
      throw wrong;
    }
    return folder;
  }

  Path values() {
    return path.resolve("values.yaml");
  }

  /** A copy of {@code chart} whose own values are {@link #values()}. */
  Path chartWithValues(Path chart) throws IOException {
    Path copy = path.resolve(chart.toAbsolutePath().getFileName());
    for (Path each : below(chart)) {
      Path target = copy.resolve(chart.relativize(each).toString());
      if (Files.isDirectory(each)) {
        Files.createDirectories(target);
      } else if (each.equals(chart.resolve("values.yaml"))) {
        Files.copy(values(), target);
      } else {
        Files.copy(each, target);
      }
    }
    return copy;
  }

  @Override
  public void close() throws IOException {
    List<Path> all = below(path).stream().sorted(Comparator.reverseOrder()).toList();
    for (Path each : all) {
      Files.delete(each);
    }
  }

  private static List<Path> below(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths.toList();
    }
  }
}
