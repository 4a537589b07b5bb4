package dev.berth.knowledge.store;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Bytes to be stored, which can be read more than once: a retry reads them again. */
public interface Content {

  /** How many bytes {@link #open} gives. */
  long sizeBytes();

  /** The bytes from the start. */
  InputStream open() throws IOException;

  /** Bytes in memory; they must not change afterwards. */
  static Content of(byte[] bytes) {
    return new Content() {
      @Override
      public long sizeBytes() {
        return bytes.length;
      }

      @Override
      public InputStream open() {
        return new ByteArrayInputStream(bytes);
      }
    };
  }

  /** A text, in UTF-8. */
  static Content of(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

  /** A file that nobody changes before it is stored. */
  static Content of(Path file, long sizeBytes) {
    return new Content() {
      @Override
      public long sizeBytes() {
        return sizeBytes;
      }

      @Override
      public InputStream open() throws IOException {
        return Files.newInputStream(file);
      }
    };
  }
}
