package dev.berth.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * One folder below {@code src/test/golden}: {@code given/} is a repository (or {@code given} a file
 * that holds the path of one, from the checkout on) with agents' homes and stores beside, {@code
 * command.txt} one command a line ({@code check} when there is none), {@code then/terminal.txt}
 * what they said and {@code then/files/} every file they wrote or changed in the repository. {@code
 * given/openclaw.edit} edits the template of openclaw.json: what is there, {@code =>}, what shall
 * be, a line each.
 */
record GoldenCase(Path folder) {

  static final Path ALL = Path.of("src/test/golden");

  /** Folders of agents' files, and folders that are stores. */
  private static final List<String> HOMES_AND_STORES =
      List.of("home", "other", "store", "elsewhere", "returns", "faq");

  /** Every case, at whatever depth, by its folder's name. */
  static List<GoldenCase> all() throws IOException {
    try (Stream<Path> paths = Files.walk(ALL)) {
      return paths
          .filter(path -> path.getFileName().toString().equals("given"))
          .map(given -> new GoldenCase(given.getParent()))
          .sorted(Comparator.comparing(GoldenCase::name))
          .toList();
    }
  }

  String name() {
    return folder.getFileName().toString();
  }

  private Path given() throws IOException {
    Path given = folder.resolve("given");
    return Files.isDirectory(given)
        ? given
        : CommandRun.HOME.resolve(Files.readString(given).strip()).normalize();
  }

  List<String[]> commands() throws IOException {
    Path written = folder.resolve("command.txt");
    List<String> lines = Files.exists(written) ? Files.readAllLines(written) : List.of("check");
    return lines.stream().map(line -> line.split(" ")).toList();
  }

  Map<String, String> expected() throws IOException {
    return CommandRun.files(folder.resolve("then"));
  }

  /** What the commands do with a copy of {@code given} in {@code scratch}. */
  Map<String, String> actual(Path scratch) throws IOException {
    Path given = given();
    for (String each : List.of("fleet.yaml", "waivers.yaml", "agents", "souls")) {
      copy(given.resolve(each), scratch.resolve(each));
    }
    for (String each : HOMES_AND_STORES) {
      copy(given.resolve(each), scratch.resolve(each));
    }
    Map<String, String> before = CommandRun.files(scratch);
    Path home = home(given, scratch);
    StringBuilder terminal = new StringBuilder();
    List<String[]> commands = commands();
    for (String[] command : commands) {
      if (commands.size() > 1) {
        terminal.append("$ berth ").append(String.join(" ", command)).append('\n');
      }
      terminal.append(CommandRun.with(home, scratch, Map.of(), command));
    }
    Map<String, String> actual = new TreeMap<>();
    actual.put("terminal.txt", latin(shown(terminal.toString(), scratch)));
    CommandRun.files(scratch)
        .forEach(
            (path, text) -> {
              if (!text.equals(before.get(path)) && !isOfKnowledge(path)) {
                actual.put("files/" + path, text);
              }
            });
    return actual;
  }

  /** The key of an environment's folder follows from the scratch folder's name. */
  private static String shown(String terminal, Path scratch) {
    return terminal
        .replace(scratch.toString(), "<root>")
        .replaceAll("laptop-[0-9a-f]{8}", "laptop-1a2b3c4d");
  }

  /** This checkout, or a copy of its templates that is edited. */
  private static Path home(Path given, Path scratch) throws IOException {
    Path edits = given.resolve("openclaw.edit");
    if (!Files.exists(edits)) {
      return CommandRun.HOME;
    }
    Path home = scratch.resolveSibling(scratch.getFileName() + "-home");
    CommandRun.copy(CommandRun.HOME.resolve("templates"), home.resolve("templates"));
    Path template = home.resolve("templates/openclaw/openclaw.json");
    String text = Files.readString(template);
    for (String edit : Files.readAllLines(edits)) {
      String[] pair = edit.split(" => ", 2);
      if (!text.contains(pair[0])) {
        throw new IllegalArgumentException("the template has no " + pair[0]);
      }
      text = text.replace(pair[0], pair[1]);
    }
    Files.writeString(template, text);
    return home;
  }

  private static void copy(Path from, Path to) throws IOException {
    if (Files.exists(from, LinkOption.NOFOLLOW_LINKS)) {
      CommandRun.copy(from, to);
    }
  }

  /** What a store and Berth itself keep: its names and bytes follow from the modes of files. */
  private static boolean isOfKnowledge(String path) {
    return path.contains("/.knowledge/") || path.matches("[^/]*/(objects|snapshots|beside)/.*");
  }

  /** Makes {@code then} say {@code actual}. */
  void rewrite(Map<String, String> actual) throws IOException {
    Path then = folder.resolve("then");
    CommandRun.delete(then);
    for (Map.Entry<String, String> file : actual.entrySet()) {
      Path path = then.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.write(path, file.getValue().getBytes(StandardCharsets.ISO_8859_1));
    }
  }

  private static String latin(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }
}
