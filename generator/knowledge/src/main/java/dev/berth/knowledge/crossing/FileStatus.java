package dev.berth.knowledge.crossing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * What the file system says of a name itself, a link not followed (lstat(2)).
 *
 * @param modifiedNanos since 1970, mtime
 * @param changedNanos since 1970, ctime: nobody can set it back
 * @param mode kind and permission bits (inode(7))
 */
record FileStatus(long sizeBytes, long modifiedNanos, long changedNanos, long inode, int mode) {

  private static final int KIND = 0170000;
  private static final int FOLDER = 0040000;
  private static final int FILE = 0100000;
  private static final int LINK = 0120000;
  private static final int PERMISSIONS = 0777;

  static FileStatus of(Path path) throws IOException {
    Map<String, Object> all =
        Files.readAttributes(
            path, "unix:size,lastModifiedTime,ctime,ino,mode", LinkOption.NOFOLLOW_LINKS);
    return new FileStatus(
        number(all, "size").longValue(),
        nanos(all, "lastModifiedTime"),
        nanos(all, "ctime"),
        number(all, "ino").longValue(),
        number(all, "mode").intValue());
  }

  boolean isFolder() {
    return (mode & KIND) == FOLDER;
  }

  boolean isFile() {
    return (mode & KIND) == FILE;
  }

  boolean isLink() {
    return (mode & KIND) == LINK;
  }

  Walk.Seen seen(KnowledgePath path, Path file) {
    return new Walk.Seen(
        path, file, sizeBytes, modifiedNanos, changedNanos, inode, mode & PERMISSIONS);
  }

  private static Number number(Map<String, Object> all, String name) throws IOException {
    if (all.get(name) instanceof Number number) {
      return number;
    }
    throw new IOException("this file system has no " + name);
  }

  private static long nanos(Map<String, Object> all, String name) throws IOException {
    if (all.get(name) instanceof FileTime time) {
      return time.to(TimeUnit.NANOSECONDS);
    }
    throw new IOException("this file system has no " + name);
  }
}
