package dev.berth.emit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Writes files to a folder so that it holds them and nothing else, whole or not at all: a killed
 * run leaves the folder as it was, and the next run clears up. One run at a time.
 */
public final class FolderEmitter {

  private static final Pattern LEGAL_PATH =
      Pattern.compile("(?!.*(^|/)\\.\\.?(/|$))[^/\\\\\\p{Cntrl}]+(/[^/\\\\\\p{Cntrl}]+)*");

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
   * @return what changed: {@link Changes#NONE} when it held them already
   * @throws FolderRefused when the folder holds, or is, something Berth did not make
   * @throws IllegalArgumentException when two files have one path, or a path leads outside
   */
  public Changes emit(List<OutputFile> files) throws IOException {
    SortedMap<String, byte[]> wanted = wanted(files);
    folder.recover();
    Changes changes = changes(files);
    if (changes.equals(Changes.NONE) && folder.exists()) {
      return Changes.NONE;
    }
    wanted.put(Manifest.NAME, Manifest.of(wanted).bytes());
    folder.replace(wanted);
    return changes;
  }

  /**
   * What {@link #emit} would change; changes nothing.
   *
   * @throws FolderRefused as {@link #emit} would
   */
  public Changes changes(List<OutputFile> files) throws IOException {
    SortedMap<String, String> before = folder.hashes();
    SortedMap<String, String> after = new TreeMap<>(Manifest.of(wanted(files)).hashes());
    return new Changes(
        after.keySet().stream()
            .filter(path -> !Objects.equals(before.get(path), after.get(path)))
            .toList(),
        before.keySet().stream().filter(path -> !after.containsKey(path)).toList());
  }

  private static SortedMap<String, byte[]> wanted(List<OutputFile> files) {
    SortedMap<String, byte[]> wanted = new TreeMap<>();
    for (OutputFile file : files) {
      if (!LEGAL_PATH.matcher(file.path()).matches() || file.path().equals(Manifest.NAME)) {
        throw new IllegalArgumentException("not a path inside the folder: " + file.path());
      }
      if (wanted.put(file.path(), file.text().getBytes(StandardCharsets.UTF_8)) != null) {
        throw new IllegalArgumentException("two files at " + file.path());
      }
    }
    return wanted;
  }
}
