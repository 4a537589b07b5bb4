package dev.berth.knowledge.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Where the bytes of a new file go. */
interface Disk {

  /** Writes a file that must be new, and returns once the disk itself has it. */
  void write(Path file, InputStream content) throws IOException;

  /** The disk of this machine. */
  static Disk real() {
    return (file, content) -> {
      try (FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
        byte[] part = new byte[64 * 1024];
        for (int read = content.read(part); read >= 0; read = content.read(part)) {
          ByteBuffer left = ByteBuffer.wrap(part, 0, read);
          while (left.hasRemaining()) {
            channel.write(left);
          }
        }
        channel.force(true);
      }
    };
  }

  /** Returns once the disk itself has the names in a folder. */
  static void keepNames(Path folder) throws IOException {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}
