package dev.berth.e2e.knowledge.faults;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The program of the pod as a real process, with the flags its image has.
 *
 * <p>An archive of its classes makes it start in half the time, and changes nothing else.
 */
final class KnowledgeProgram {

  private final Path folder;
  private final List<String> start;

  private KnowledgeProgram(Path folder, List<String> start) {
    this.folder = folder;
    this.start = start;
  }

  /** One run of the program. */
  record Running(Process process, Path log) {

    int exitCode() throws InterruptedException {
      if (!process.waitFor(120, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError("the program does not end");
      }
      return process.exitValue();
    }

    String said() throws IOException {
      return Files.readString(log, StandardCharsets.UTF_8);
    }
  }

  /** Ready to run; {@code folder} is for the archive and the logs. */
  static KnowledgeProgram in(Path folder) throws IOException, InterruptedException {
    Path module = root().resolve("generator/knowledge");
    Path jar = module.resolve("target/berth-knowledge.jar");
    if (!Files.exists(jar)) {
      throw new IllegalStateException(jar + " is not built: run scripts/e2e/knowledge");
    }
    List<String> flags =
        Pattern.compile("<jvmFlag>(.*)</jvmFlag>")
            .matcher(Files.readString(module.resolve("pom.xml")))
            .results()
            .map(match -> match.group(1))
            .toList();
    if (!flags.contains("-Xmx32m")) {
      throw new IllegalStateException("the image's flags are not found: " + flags);
    }
    Path archive = folder.resolve("classes.jsa");
    Path store = Files.createTempDirectory(folder, "warm-store");
    Home home = Home.in(folder);
    home.fill();
    List<String> train = command(flags, jar, List.of("-XX:ArchiveClassesAtExit=" + archive));
    new KnowledgeProgram(folder, train)
        .run(List.of("push"), store.toUri().toString(), home)
        .exitCode();
    return new KnowledgeProgram(
        folder, command(flags, jar, List.of("-XX:SharedArchiveFile=" + archive, "-Xshare:auto")));
  }

  private static List<String> command(List<String> flags, Path jar, List<String> more) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(flags);
    command.addAll(more);
    command.addAll(List.of("-cp", jar.toString(), "dev.berth.knowledge.process.Main"));
    return command;
  }

  private static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("fleet.yaml"))) {
      folder = folder.getParent();
      if (folder == null) {
        throw new IllegalStateException("not in a checkout of Berth");
      }
    }
    return folder;
  }

  /** One command on a home and a store, as a line of a shell. */
  String line(String command, String store, Home home) {
    return words(List.of(command), store, home).stream()
        .map(word -> "'" + word.replace("'", "'\\''") + "'")
        .collect(Collectors.joining(" "));
  }

  private List<String> words(List<String> arguments, String store, Home home) {
    List<String> words = new ArrayList<>(start);
    words.addAll(arguments);
    words.addAll(List.of("--store", store, "--home", home.folder().toString()));
    return words;
  }

  /** Starts one command on a home and a store. */
  Running run(List<String> arguments, String store, Home home) throws IOException {
    List<String> command = words(arguments, store, home);
    Path log = Files.createTempFile(folder, "program", ".log");
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
    builder.environment().put("LC_ALL", "C.UTF-8");
    builder.environment().put("AWS_ACCESS_KEY_ID", dev.berth.e2e.knowledge.S3Server.ACCESS_KEY);
    builder.environment().put("AWS_SECRET_ACCESS_KEY", dev.berth.e2e.knowledge.S3Server.SECRET_KEY);
    return new Running(builder.start(), log);
  }
}
