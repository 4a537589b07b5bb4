package dev.berth.e2e.openclaw.pod;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The image of the program that carries knowledge, with this build's program and this machine's
 * Java, and with a folder for the bucket.
 *
 * @param flags what its image gives Java
 * @param jar the program
 * @param store stands in for every bucket
 */
record KnowledgeImage(List<String> flags, Path jar, Path store) {

  /** Where Debian keeps what its Java reads. */
  static final Path JAVA_CONFIGURATION = Path.of("/etc/java-17-openjdk");

  private static final Pattern BUCKET = Pattern.compile("gs://[^/]*/(.*)");
  private static final Path JAVA = Path.of(System.getProperty("java.home"));

  static KnowledgeImage of(Path store) throws IOException {
    Path root = Path.of("").toAbsolutePath();
    while (!Files.exists(root.resolve("fleet.yaml"))) {
      root = root.getParent();
    }
    Path module = root.resolve("generator/knowledge");
    List<String> flags =
        Pattern.compile("<jvmFlag>(.*)</jvmFlag>")
            .matcher(Files.readString(module.resolve("pom.xml")))
            .results()
            .map(match -> match.group(1))
            .toList();
    Path jar = module.resolve("target/berth-knowledge.jar");
    if (flags.isEmpty() || !Files.exists(jar)) {
      throw new IllegalStateException(jar + " is not built: run scripts/e2e/openclaw");
    }
    return new KnowledgeImage(flags, jar, store);
  }

  /**
   * Its entrypoint, with the arguments of the pod; the places in the bucket that they name exist.
   */
  List<String> words(List<String> arguments) throws IOException {
    List<String> words = new ArrayList<>();
    words.add(JAVA.resolve("bin/java").toString());
    words.addAll(flags);
    words.addAll(List.of("-cp", "/knowledge/berth-knowledge.jar"));
    words.add("dev.berth.knowledge.process.Main");
    for (String argument : arguments) {
      Matcher bucket = BUCKET.matcher(argument);
      if (bucket.find()) {
        Files.createDirectories(store.resolve(bucket.group(1)));
      }
      words.add(bucket.replaceFirst("file:///store/$1"));
    }
    return words;
  }

  /** The sandbox, with what the image brings. */
  Sandbox in(Sandbox sandbox) {
    List<Sandbox.Extra> extras = new ArrayList<>();
    extras.add(new Sandbox.Extra(JAVA, JAVA, true));
    if (Files.isDirectory(JAVA_CONFIGURATION)) {
      extras.add(new Sandbox.Extra(JAVA_CONFIGURATION, JAVA_CONFIGURATION, true));
    }
    extras.add(new Sandbox.Extra(jar.getParent(), Path.of("/knowledge"), true));
    extras.add(new Sandbox.Extra(store, Path.of("/store"), false));
    return sandbox.with(extras);
  }
}
