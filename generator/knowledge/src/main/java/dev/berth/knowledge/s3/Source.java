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
import java.util.function.BooleanSupplier;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.sync.RequestBody;

/** What is to be stored, as requests take it: read once for its checksum, then for every try. */
final class Source {

  /** Up to this size it is read once, into memory. */
  private static final int IN_MEMORY_BYTES = 1024 * 1024;

  /** One try opens it twice: to sign it and to send it. */
  private static final int OPENED_IN_ONE_TRY = 2;

  private final String address;
  private final Content content;
  private final CRC32C sum = new CRC32C();
  private byte @Nullable [] bytes;

  Source(String address, Content content) throws StoreProblem {
    this.address = address;
    this.content = content;
    try (InputStream source = exact()) {
      if (isSmall()) {
        bytes = source.readAllBytes();
        sum.update(bytes);
        return;
      }
      byte[] part = new byte[64 * 1024];
      for (int read = source.read(part); read >= 0; read = source.read(part)) {
        sum.update(part, 0, read);
      }
    } catch (IOException problem) {
      throw Problems.unreadable(address, problem);
    }
  }

  boolean isSmall() {
    return content.sizeBytes() <= IN_MEMORY_BYTES;
  }

  /** In base64, as {@code x-amz-checksum-crc32c}. */
  String crc32c() {
    return base64(sum);
  }

  static String base64(CRC32C sum) {
    byte[] bigEndian = ByteBuffer.allocate(4).putInt((int) sum.getValue()).array();
    return Base64.getEncoder().encodeToString(bigEndian);
  }

  /**
   * The body of a request.
   *
   * <p>A server that refuses a large one may close the connection while it is still being sent, and
   * its refusal is never read: the client would send it until the deadline. So before every other
   * try it is asked whether the name is taken.
   */
  RequestBody body(BooleanSupplier taken) {
    int[] opened = {0};
    return RequestBody.fromContentProvider(
        () -> {
          opened[0]++;
          if (opened[0] > OPENED_IN_ONE_TRY && taken.getAsBoolean()) {
            throw new NameTaken();
          }
          return again();
        },
        content.sizeBytes(),
        "application/octet-stream");
  }

  private InputStream exact() throws IOException {
    return new ExactStream("what was to be stored", content.open(), content.sizeBytes());
  }

  private InputStream again() {
    if (bytes != null) {
      return new ByteArrayInputStream(bytes);
    }
    try {
      return new FilterInputStream(exact()) {
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
