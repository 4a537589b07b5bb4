package dev.berth.knowledge.work;

import dev.berth.knowledge.crossing.KnowledgePath;
import dev.berth.knowledge.snapshot.Repository;
import dev.berth.knowledge.snapshot.Snapshot;
import dev.berth.knowledge.store.ObjectStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A machine with one working copy, a clock that is set by hand, and a store. */
final class Machine {

  /** What a file is, as far as it must round-trip. */
  record State(String mode, byte[] bytes) {

    @Override
    public boolean equals(Object other) {
      return other instanceof State state
          && state.mode.equals(mode)
          && Arrays.equals(state.bytes, bytes);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
      return mode + " " + bytes.length + " bytes " + Arrays.hashCode(bytes);
    }
  }

  /** A clock that only tests move. */
  static final class Time extends Clock {

    private Instant now = Instant.parse("2026-11-21T10:00:00Z");

    void pass(Duration time) {
      now = now.plus(time);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneOffset getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(java.time.ZoneId zone) {
      return this;
    }
  }

  final Path home;
  final Repository repository;
  final Knowledge knowledge;
  final Time time;
  private final Random random;

  Machine(String name, ObjectStore store, Time time) {
    this.time = time;
    this.random = new Random(name.hashCode());
    this.repository = new Repository(store);
    this.knowledge = new Knowledge(repository, around(name, time, random));
    try {
      this.home = Files.createTempDirectory("berth-" + name);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  static Surroundings around(String name, Clock time, Random random) {
    return new Surroundings(
        name,
        time,
        () -> "%016x%016x".formatted(random.nextLong(), random.nextLong()),
        Progress.NONE,
        1 << 20);
  }

  WorkingCopy copy() {
    return WorkingCopy.at(home);
  }

  Moved push() throws IOException, Refused {
    return knowledge.push(copy(), false, false);
  }

  Moved pull() throws IOException, Refused {
    return knowledge.pull(copy(), false, false);
  }

  Moved claim() throws IOException, Refused {
    return knowledge.pull(copy(), true, false);
  }

  void write(String path, String text) {
    write(path, text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  void write(String path, byte[] bytes) {
    Path file = KnowledgePath.of(path).under(home);
    try {
      Files.createDirectories(file.getParent());
      Files.write(file, bytes);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  void delete(String path) {
    try {
      Files.delete(KnowledgePath.of(path).under(home));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  String read(String path) throws IOException {
    return Files.readString(KnowledgePath.of(path).under(home));
  }

  /** Everything in a home but what Berth keeps there: files, and folders that hold nothing. */
  static Map<String, State> files(Path home) {
    Map<String, State> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(home)) {
      for (Path each : (Iterable<Path>) all::iterator) {
        if (each.equals(home) || each.startsWith(home.resolve(LocalState.FOLDER))) {
          continue;
        }
        String name = KnowledgePath.within(home, each).text();
        if (Files.isRegularFile(each, LinkOption.NOFOLLOW_LINKS)) {
          String mode = PosixFilePermissions.toString(Files.getPosixFilePermissions(each));
          files.put(name, new State(mode, Files.readAllBytes(each)));
        } else if (isEmptyFolder(each)) {
          files.put(name + "/", new State("", new byte[0]));
        }
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    return files;
  }

  private static boolean isEmptyFolder(Path path) throws IOException {
    if (!Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
      return false;
    }
    try (Stream<Path> held = Files.list(path)) {
      return held.findAny().isEmpty();
    }
  }

  Map<String, State> files() {
    return files(home);
  }

  /** One snapshot's files, brought into a folder of their own. */
  Map<String, State> filesOf(Snapshot snapshot) throws IOException, Refused {
    Path folder = Files.createTempDirectory("berth-snapshot");
    new Download(folder, 0777, Progress.NONE).run(repository, snapshot, path -> true);
    Map<String, State> files = files(folder);
    Swap.delete(folder);
    return files;
  }
}
