package dev.berth.knowledge.s3;

import dev.berth.knowledge.store.StoreProblem;
import dev.berth.knowledge.store.StoreProblem.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.ChecksumType;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

/**
 * An object as it comes from a store: what is left is asked for again when a connection ends early,
 * and the whole is compared with the checksum that the store keeps, when it keeps one.
 */
final class AmazonStream extends InputStream {

  /** How often in a row a connection may end without a single byte. */
  private static final int MOST_TRIES = 5;

  /** Asks for an object from a byte on. */
  interface Opener {
    ResponseInputStream<GetObjectResponse> open(long fromByte) throws StoreProblem;
  }

  private final String address;
  private final Opener opener;
  private final long sizeBytes;
  private final @Nullable String crc32c;
  private final CRC32C sum = new CRC32C();
  private ResponseInputStream<GetObjectResponse> stream;
  private long read;
  private int tries;

  AmazonStream(String address, Opener opener) throws StoreProblem {
    this.address = address;
    this.opener = opener;
    this.stream = opener.open(0);
    GetObjectResponse response = stream.response();
    this.sizeBytes = response.contentLength();
    // A checksum of the checksums of parts says nothing about the bytes in a row.
    this.crc32c =
        response.checksumType() == ChecksumType.COMPOSITE ? null : response.checksumCRC32C();
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    while (read < sizeBytes) {
      int count = -1;
      Exception cause = new IOException("the connection ended early");
      try {
        count = stream.read(target, offset, (int) Math.min(length, sizeBytes - read));
      } catch (IOException | SdkException problem) {
        cause = problem;
      }
      if (count > 0) {
        read += count;
        tries = 0;
        sum.update(target, offset, count);
        return count;
      }
      openAgain(cause);
    }
    if (crc32c != null && !crc32c.equals(Source.base64(sum))) {
      throw new StoreProblem(Kind.DAMAGED, address + " came back altered");
    }
    return -1;
  }

  private void openAgain(Exception cause) throws StoreProblem {
    stream.abort();
    tries++;
    if (tries == MOST_TRIES || Thread.currentThread().isInterrupted()) {
      throw new StoreProblem(
          Kind.UNAVAILABLE, address + " ends " + (sizeBytes - read) + " bytes early", cause);
    }
    stream = opener.open(read);
  }

  @Override
  public void close() {
    // Reading what is left, to keep the connection, would take longer than another connection.
    stream.abort();
  }
}
