package dev.berth.knowledge.crossing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A copy of a file in the making: in memory, or in a file that is deleted unless it is taken. */
final class Spool implements AutoCloseable {

  private final OutputStream out;
  private @Nullable Path file;

  private Spool(OutputStream out, @Nullable Path file) {
    this.out = out;
    this.file = file;
  }

  static Spool of(long sizeBytes, Path folder) throws IOException {
    if (sizeBytes <= FileReader.LARGEST_SMALL_BYTES) {
      return new Spool(new ByteArrayOutputStream((int) sizeBytes), null);
    }
    Path file = Files.createTempFile(folder, "read-", "");
    return new Spool(Files.newOutputStream(file), file);
  }

  void write(byte[] bytes, int count) throws IOException {
    out.write(bytes, 0, count);
  }

  /** Hands over what was written. */
  FileReader.Result take(String sha256, long sizeBytes) throws IOException {
    out.close();
    Path whole = file;
    if (whole != null) {
      file = null;
      return new FileReader.Result.Spooled(whole, sha256, sizeBytes);
    }
    return new FileReader.Result.Small(((ByteArrayOutputStream) out).toByteArray(), sha256);
  }

  @Override
  public void close() throws IOException {
    out.close();
    if (file != null) {
      Files.deleteIfExists(file);
    }
  }
}
