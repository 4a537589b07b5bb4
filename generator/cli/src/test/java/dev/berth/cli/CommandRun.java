package dev.berth.cli;

import dev.berth.deploy.secrets.SecretLookup;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The real command line, run in this process on a folder. */
final class CommandRun {

  /** The checkout these tests are part of. */
  static final Path HOME = Path.of("../..").toAbsolutePath().normalize();

  /** The day every test runs on. */
  static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

  private static final Clock NOON =
      Clock.fixed(Instant.parse("2026-11-21T12:00:00Z"), ZoneOffset.UTC);

  /** How many digits were drawn for each folder: cases run in any order. */
  private static final Map<Path, AtomicLong> RANDOM = new ConcurrentHashMap<>();

  /** For commands that talk to no cluster. */
  static final Workshop.Clusters NO_CLUSTER =
      (files, context) -> {
        throw new AssertionError("a cluster was asked for: " + context);
      };

  /** For commands that ask for no secret. */
  static final Supplier<SecretLookup> NO_SECRETS =
      () -> {
        throw new AssertionError("Secret Manager was asked for");
      };

  /** For commands that touch no knowledge. */
  static final Supplier<KnowledgeParts> NO_KNOWLEDGE =
      () -> {
        throw new AssertionError("knowledge was asked for");
      };

  /** For commands that are of no laptop. */
  static final Supplier<LaptopParts> NO_LAPTOP =
      () -> {
        throw new AssertionError("a laptop was asked for");
      };

  /** What runs in each folder's laptop: the commands of a case see what those before them did. */
  private static final Map<Path, FakeLaptop> LAPTOPS = new ConcurrentHashMap<>();

  private CommandRun() {}

  /** Standard output and standard error as one text, and the exit code as its last line. */
  static String in(Path folder, String... args) {
    return in(folder, Map.of(), args);
  }

  static String in(Path folder, Map<String, String> variables, String... args) {
    return with(HOME, folder, variables, args);
  }

  /** The same with the templates of another folder than this checkout. */
  static String with(Path home, Path folder, Map<String, String> variables, String... args) {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream both = new PrintStream(said, true, StandardCharsets.UTF_8);
    InputStream nobody = new ByteArrayInputStream(new byte[0]);
    int code =
        Berth.run(
            new Surroundings(folder, HOME, variables, false, TODAY, nobody, both, both),
            workshop(home, folder),
            args);
    return said.toString(StandardCharsets.UTF_8) + "exit: " + code + "\n";
  }

  /** The real one, at a fixed moment. */
  private static Workshop workshop(Path home, Path folder) {
    Workshop real = Workshop.at(home);
    return new Workshop(
        home,
        real.pulumi(),
        real.secrets(),
        real.clusters(),
        () -> knowledge(folder, NOON),
        () -> LAPTOPS.computeIfAbsent(folder, FakeLaptop::beside).parts());
  }

  /** Real stores, a clock that stands, and digits that only look random. */
  static KnowledgeParts knowledge(Path folder, Clock clock) {
    AtomicLong drawn = RANDOM.computeIfAbsent(folder, first -> new AtomicLong());
    KnowledgeParts real = KnowledgeParts.ofThisMachine();
    return new KnowledgeParts(
        real.stores(),
        clock,
        () -> "%032x".formatted(drawn.incrementAndGet()),
        (knowledge, copy, every, lines) -> {
          throw new AssertionError("nobody would stop it");
        });
  }

  static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> paths = Files.walk(from)) {
      for (Path each : (Iterable<Path>) paths::iterator) {
        Path target = to.resolve(from.relativize(each).toString());
        if (Files.isDirectory(each, LinkOption.NOFOLLOW_LINKS)) {
          Files.createDirectories(target);
        } else {
          Files.createDirectories(target.toAbsolutePath().getParent());
          Files.copy(each, target, LinkOption.NOFOLLOW_LINKS);
        }
      }
    }
  }

  static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> paths = Files.walk(folder)) {
        for (Path each : (Iterable<Path>) paths.sorted(Comparator.reverseOrder())::iterator) {
          Files.delete(each);
        }
      }
    }
  }

  /** Every file below a folder, by path with forward slashes; bytes as ISO 8859-1 keeps them. */
  static Map<String, String> files(Path folder) throws IOException {
    Map<String, String> files = new TreeMap<>();
    if (Files.isDirectory(folder)) {
      try (Stream<Path> paths = Files.walk(folder)) {
        for (Path each : (Iterable<Path>) paths.filter(Files::isRegularFile)::iterator) {
          files.put(
              folder.relativize(each).toString().replace('\\', '/'),
              new String(Files.readAllBytes(each), StandardCharsets.ISO_8859_1));
        }
      }
    }
    return files;
  }
}
