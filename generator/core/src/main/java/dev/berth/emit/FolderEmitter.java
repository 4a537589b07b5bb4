package dev.berth.emit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Writes files to a folder so that it holds them and nothing else, whole or not at all: a killed
 * run leaves the folder as it was, and the next run clears up. One run at a time.
 *
 * <p>Files come as a stream, each written and forgotten, so that they never stand in memory
 * together; from a parallel stream they are written in parallel.
 */
public final class FolderEmitter {

  private static final Pattern LEGAL_PATH =
      Pattern.compile("(?!.*(^|/)\\.\\.?(/|$))[^/\\\\\\p{Cntrl}]+(/[^/\\\\\\p{Cntrl}]+)*");

  /** What becomes of one file. */
  private interface Sink {
    void take(String path, byte[] bytes, String hash) throws IOException;
  }

  private final OutputFolder folder;

  /**
   * @param folder is made when it is missing; otherwise empty, or made by an earlier run
   */
  public FolderEmitter(Path folder) {
    this.folder = new OutputFolder(folder.toAbsolutePath().normalize());
  }

  /**
   * Makes the folder hold exactly {@code files}.
   *
   * @return what changed; when nothing did, nothing was touched
   * @throws FolderRefused when the folder holds, or is, something Berth did not make
   * @throws IllegalArgumentException when two files have one path, or a path leads outside
   */
  public Changes emit(Stream<OutputFile> files) throws IOException {
    return emit(files, () -> true).orElseThrow();
  }

  /**
   * The same, if {@code stands}: it is asked once all files were seen, before any of them counts.
   *
   * @return empty when it does not; then nothing was touched
   */
  public Optional<Changes> emit(Stream<OutputFile> files, BooleanSupplier stands)
      throws IOException {
    folder.recover();
    SortedMap<String, String> before = folder.hashes();
    try (NextTree next = folder.next()) {
      SortedMap<String, String> after =
          hashes(
              files,
              (path, bytes, hash) -> {
                if (!hash.equals(before.get(path))) {
                  next.write(path, bytes);
                }
              });
      if (!stands.getAsBoolean()) {
        return Optional.empty();
      }
      Changes changes = Changes.between(before, after);
      if (!changes.none() || !folder.exists()) {
        for (Map.Entry<String, String> file : after.entrySet()) {
          if (file.getValue().equals(before.get(file.getKey()))) {
            next.keep(file.getKey());
          }
        }
        next.seal(new Manifest(after));
        folder.replaceBy(next);
      }
      return Optional.of(changes);
    }
  }

  /**
   * What {@link #emit} would change; changes nothing.
   *
   * @throws FolderRefused as {@link #emit} would
   */
  public Changes changes(Stream<OutputFile> files) throws IOException {
    return Changes.between(folder.hashes(), hashes(files, (path, bytes, hash) -> {}));
  }

  private static SortedMap<String, String> hashes(Stream<OutputFile> files, Sink sink)
      throws IOException {
    SortedMap<String, String> hashes = new ConcurrentSkipListMap<>();
    try {
      files.forEach(file -> take(file, hashes, sink));
    } catch (UncheckedIOException wrong) {
      throw wrong.getCause();
    }
    return hashes;
  }

  private static void take(OutputFile file, SortedMap<String, String> hashes, Sink sink) {
    String path = file.path();
    if (!LEGAL_PATH.matcher(path).matches() || path.equals(Manifest.NAME)) {
      throw new IllegalArgumentException("not a path inside the folder: " + path);
    }
    byte[] bytes = file.text().getBytes(StandardCharsets.UTF_8);
    String hash = Manifest.hash(bytes);
    if (hashes.putIfAbsent(path, hash) != null) {
      throw new IllegalArgumentException("two files at " + path);
    }
    try {
      sink.take(path, bytes, hash);
    } catch (IOException wrong) {
      throw new UncheckedIOException(wrong);
    }
  }
}
