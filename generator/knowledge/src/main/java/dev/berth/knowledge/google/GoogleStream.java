package dev.berth.knowledge.google;

import com.google.cloud.ReadChannel;
import com.google.cloud.storage.StorageException;
import dev.berth.knowledge.store.StoreProblem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;

/**
 * An object as it comes from Google.
 *
 * <p>The channel asks again for what is left when a connection ends early, and compares the whole
 * with the checksum that Google keeps.
 */
final class GoogleStream extends InputStream {

  private final ReadChannel channel;
  private final String address;
  private final GoogleProblems problems;
  private final ByteBuffer buffer = ByteBuffer.allocate(32 * 1024).flip();
  private boolean ended;

  GoogleStream(ReadChannel channel, String address, GoogleProblems problems) {
    this.channel = channel;
    this.address = address;
    this.problems = problems;
    // Our buffer is enough: the channel's own would be 2 MiB a stream.
    channel.setChunkSize(0);
  }

  /** Asks for the first bytes: until then nobody knows whether there is such an object. */
  void start() throws IOException {
    fill();
  }

  private void fill() throws IOException {
    buffer.clear();
    int read = 0;
    while (read == 0) {
      read = channel.read(buffer);
    }
    ended = read < 0;
    buffer.flip();
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
    try {
      if (!buffer.hasRemaining() && !ended) {
        fill();
      }
    } catch (IOException | StorageException problem) {
      StoreProblem told = problems.of(address, problem);
      throw told;
    }
    if (!buffer.hasRemaining()) {
      return -1;
    }
    int count = Math.min(length, buffer.remaining());
    buffer.get(target, offset, count);
    return count;
  }

  @Override
  public void close() {
    channel.close();
  }
}
