package dev.berth.cli.knowledge;

import dev.berth.knowledge.snapshot.Entry;
import dev.berth.knowledge.snapshot.Snapshot;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/** Holds the files of a folder against the snapshot they were restored from, byte for byte. */
public final class RestoredFiles {

  /** As many as a person reads. */
  private static final int MOST_PROBLEMS = 100;

  private static final int BUFFER_BYTES = 64 * 1024;

  /** What Berth itself remembers of a working copy. */
  private static final String OWN_FOLDER = ".knowledge";

  private final Path folder;
  private final List<String> problems = new ArrayList<>();
  private long files;
  private long bytes;
  private long wrong;

  private RestoredFiles(Path folder) {
    this.folder = folder;
  }

  /**
   * What came of it.
   *
   * @param files how many are right
   * @param bytes what those hold
   * @param problems the first hundred, a sentence each
   * @param wrong all of them
   */
  public record Check(long files, long bytes, List<String> problems, long wrong) {}

  /** Reads every file of {@code folder} that {@code recorded} names, and counts all others. */
  public static Check of(Snapshot snapshot, Iterator<Entry> recorded, Path folder)
      throws IOException {
    RestoredFiles check = new RestoredFiles(folder);
    while (recorded.hasNext()) {
      check.hold(recorded.next());
    }
    long there = check.count();
    long right = check.files;
    if (right != snapshot.files() || check.bytes != snapshot.bytes()) {
      check.tell(
          "the record says %s, %s are right"
              .formatted(
                  Size.files(snapshot.files()) + " and " + Size.of(snapshot.bytes()),
                  right + " and " + Size.of(check.bytes)));
    }
    if (there > snapshot.files()) {
      check.tell(Size.files(there - snapshot.files()) + " more than the record says");
    }
    return new Check(right, check.bytes, List.copyOf(check.problems), check.wrong);
  }

  private void hold(Entry entry) throws IOException {
    Path file = entry.path().under(folder);
    String name = entry.path().shown();
    if (entry.isFolder()) {
      if (!Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
        tell(name + " is no folder");
      }
    } else if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      tell(name + " is not there");
    } else if (Files.size(file) != entry.sizeBytes()) {
      tell("%s has %d bytes, not %d".formatted(name, Files.size(file), entry.sizeBytes()));
    } else if (!sha256(file).equals(entry.content())) {
      tell(name + " has another checksum");
    } else {
      files++;
      bytes += entry.sizeBytes();
    }
  }

  private void tell(String problem) {
    wrong++;
    if (problems.size() < MOST_PROBLEMS) {
      problems.add(problem);
    }
  }

  private long count() throws IOException {
    Path own = folder.resolve(OWN_FOLDER);
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(each -> !each.startsWith(own))
          .filter(each -> Files.isRegularFile(each, LinkOption.NOFOLLOW_LINKS))
          .count();
    }
  }

  private static String sha256(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] buffer = new byte[BUFFER_BYTES];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        digest.update(buffer, 0, read);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
