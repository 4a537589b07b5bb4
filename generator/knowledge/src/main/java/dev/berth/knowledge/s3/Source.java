package dev.berth.knowledge.s3;

import dev.berth.knowledge.store.Content;
import dev.berth.knowledge.store.ExactStream;
import dev.berth.knowledge.store.Problems;
import dev.berth.knowledge.store.StoreProblem;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.zip.CRC32C;
import software.amazon.awssdk.core.sync.RequestBody;

/**
 * What is to be stored, as a request takes it: read once for its checksum, then for every try.
 *
 * @param crc32c in base64, as {@code x-amz-checksum-crc32c}
 */
record Source(RequestBody body, String crc32c) {

  /** Up to this size it is read once, into memory. */
  private static final int IN_MEMORY_BYTES = 1024 * 1024;

  private static final String TYPE = "application/octet-stream";

  static Source of(String address, Content content) throws StoreProblem {
    CRC32C sum = new CRC32C();
    try (InputStream source = exact(content)) {
      if (content.sizeBytes() <= IN_MEMORY_BYTES) {
        byte[] bytes = source.readAllBytes();
        sum.update(bytes);
        // Not `fromBytes`, which would copy them.
        return new Source(
            RequestBody.fromContentProvider(
                () -> new ByteArrayInputStream(bytes), bytes.length, TYPE),
            base64(sum));
      }
      byte[] part = new byte[64 * 1024];
      for (int read = source.read(part); read >= 0; read = source.read(part)) {
        sum.update(part, 0, read);
      }
    } catch (IOException problem) {
      throw Problems.unreadable(address, problem);
    }
    return new Source(
        RequestBody.fromContentProvider(() -> again(address, content), content.sizeBytes(), TYPE),
        base64(sum));
  }

  static String base64(CRC32C sum) {
    byte[] bigEndian = ByteBuffer.allocate(4).putInt((int) sum.getValue()).array();
    return Base64.getEncoder().encodeToString(bigEndian);
  }

  private static InputStream exact(Content content) throws IOException {
    return new ExactStream("what was to be stored", content.open(), content.sizeBytes());
  }

  private static InputStream again(String address, Content content) {
    try {
      return new FilterInputStream(exact(content)) {
        @Override
        public int read() {
          byte[] one = new byte[1];
          return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int offset, int length) {
          try {
            return in.read(target, offset, length);
          } catch (IOException problem) {
            throw new UnreadableSource(Problems.unreadable(address, problem));
          }
        }
      };
    } catch (IOException problem) {
      throw new UnreadableSource(Problems.unreadable(address, problem));
    }
  }
}
