package dev.berth.e2e.knowledge.process;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * An image that Jib built, taken apart.
 *
 * @param digest what names it
 * @param config how it is run
 * @param root its layers, one over the other
 * @param listing each file of its layers as {@code tar} lists it: mode, owner, size, time, name
 */
record Image(String digest, JsonNode config, Path root, List<String> listing) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * Builds the image without its base, which no test may pull.
   *
   * @param checkout where the sources are
   * @param folder an empty one
   */
  static Image build(Path checkout, Path folder) {
    Path tar = folder.resolve("image.tar");
    Path digest = folder.resolve("digest");
    Ran.run(
            checkout,
            "mvn",
            "-B",
            "-ntp",
            "-Pimage",
            "-pl",
            "generator/knowledge",
            "-am",
            "package",
            "-Dmaven.test.skip=true",
            "-Denforcer.skip",
            "-Dspotless.check.skip",
            "-Djib.from.image=scratch",
            "-Djib.outputPaths.tar=" + tar,
            "-Djib.outputPaths.digest=" + digest)
        .well();
    try {
      return unpack(Files.readString(digest).strip(), tar, folder);
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  /** What it is run with, to which arguments are added. */
  List<String> entrypoint() {
    List<String> words = new ArrayList<>();
    config.get("Entrypoint").forEach(word -> words.add(word.asText()));
    return words;
  }

  Map<String, String> environment() {
    Map<String, String> environment = new LinkedHashMap<>();
    for (JsonNode each : config.get("Env")) {
      String[] parts = each.asText().split("=", 2);
      environment.put(parts[0], parts[1]);
    }
    return environment;
  }

  private static Image unpack(String digest, Path tar, Path folder) throws IOException {
    Path layout = Files.createDirectory(folder.resolve("layout"));
    Path root = Files.createDirectory(folder.resolve("root"));
    Ran.run(layout, "tar", "-xf", tar.toString()).well();
    JsonNode index = JSON.readTree(layout.resolve("index.json").toFile());
    JsonNode manifest = blob(layout, index.get("manifests").get(0));
    List<String> listing = new ArrayList<>();
    for (JsonNode layer : manifest.get("layers")) {
      String file = file(layout, layer).toString();
      String listed = Ran.run(layout, "tar", "--full-time", "--utc", "-tvzf", file).well().out();
      try (Stream<String> lines = listed.lines()) {
        lines.forEach(listing::add);
      }
      Ran.run(root, "tar", "-xzf", file).well();
    }
    return new Image(digest, blob(layout, manifest.get("config")).get("config"), root, listing);
  }

  private static JsonNode blob(Path layout, JsonNode descriptor) throws IOException {
    return JSON.readTree(file(layout, descriptor).toFile());
  }

  private static Path file(Path layout, JsonNode descriptor) {
    return layout.resolve("blobs/sha256").resolve(descriptor.get("digest").asText().substring(7));
  }
}
