package dev.berth.knowledge.snapshot;

import dev.berth.knowledge.crossing.KnowledgePath;

/**
 * One file of a snapshot, or one folder that holds no file.
 *
 * @param mode the nine permission bits, 0 to 0777 octal; of a folder always 0
 * @param sizeBytes of the file; of a folder 0
 * @param content SHA-256 of the file, 64 hexadecimal digits; of a folder empty
 * @param object SHA-256 of the object that holds it: its own content, or a pack of several files;
 *     empty when there are no bytes to hold
 * @param offset where it starts in that object, in bytes
 */
public record Entry(
    KnowledgePath path, int mode, long sizeBytes, String content, String object, long offset) {

  /** A folder without files. */
  public static Entry folder(KnowledgePath path) {
    return new Entry(path, 0, 0, "", "", 0);
  }

  public boolean isFolder() {
    return content.isEmpty();
  }

  /** Whether both are the same file with the same bytes and mode, wherever those are kept. */
  public boolean sameAs(Entry other) {
    return path.equals(other.path) && mode == other.mode && content.equals(other.content);
  }
}
