package dev.berth.e2e.knowledge.faults;

import dev.berth.knowledge.Stores;
import dev.berth.knowledge.snapshot.Entry;
import dev.berth.knowledge.snapshot.Repository;
import dev.berth.knowledge.snapshot.Snapshot;
import dev.berth.knowledge.store.ObjectStore;
import dev.berth.knowledge.store.StoreUrl;
import dev.berth.knowledge.work.Knowledge;
import dev.berth.knowledge.work.Progress;
import dev.berth.knowledge.work.Refused;
import dev.berth.knowledge.work.Surroundings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Knowledge in a store, opened by this process. */
final class Copy implements AutoCloseable {

  private final ObjectStore store;
  private final Knowledge knowledge;

  private Copy(ObjectStore store) {
    this.store = store;
    this.knowledge =
        new Knowledge(
            new Repository(store),
            new Surroundings(
                "lane",
                Clock.systemUTC(),
                () -> UUID.randomUUID().toString().replace("-", ""),
                Progress.NONE,
                Surroundings.LARGEST_FILE_BYTES));
  }

  static Copy open(StoreUrl url, Duration deadline) throws IOException {
    return new Copy(Stores.open(url, deadline));
  }

  static Copy open(StoreUrl url) throws IOException {
    return new Copy(Stores.open(url));
  }

  Knowledge knowledge() {
    return knowledge;
  }

  Repository repository() {
    return knowledge.repository();
  }

  Snapshot newest() throws IOException {
    return repository().newest().orElseThrow();
  }

  /** The files of one snapshot, every one compared with its checksum on the way. */
  Map<String, List<String>> files(Snapshot snapshot) throws IOException, Refused {
    Path scratch = Files.createTempDirectory("berth-lane");
    try {
      knowledge.materialize(snapshot, scratch.resolve("it"));
      return Home.files(scratch.resolve("it"));
    } finally {
      delete(scratch);
    }
  }

  /** The content of every file of a tree, by SHA-256, read and compared. */
  Set<String> contents(Snapshot snapshot) throws IOException {
    Set<String> contents = new HashSet<>();
    repository()
        .fetch(
            repository().entries(snapshot.tree()),
            4,
            (Entry entry, java.io.InputStream content) -> {
              content.readAllBytes();
              synchronized (contents) {
                contents.add(entry.content());
              }
            });
    return contents;
  }

  /** Of the bytes behind a text of {@link Home#files}. */
  static String sha256(String latin) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(latin.getBytes(StandardCharsets.ISO_8859_1)));
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }

  static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    }
  }

  @Override
  public void close() {
    store.close();
  }
}
