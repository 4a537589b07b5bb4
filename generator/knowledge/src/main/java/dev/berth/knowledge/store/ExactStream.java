package dev.berth.knowledge.store;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * A stream that must give exactly so many bytes.
 *
 * <p>One that ends early or goes on gives an {@link IOException} in the place of its end: whoever
 * reads to the end has the whole.
 */
public final class ExactStream extends FilterInputStream {

  private final String what;
  private long left;

  /**
   * @param what what is read, as a message names it
   * @param sizeBytes how many bytes it must give
   */
  public ExactStream(String what, InputStream source, long sizeBytes) {
    super(source);
    this.what = what;
    this.left = sizeBytes;
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
    int read = in.read(target, offset, length);
    if (read < 0 && left > 0) {
      throw new IOException(what + " ends " + left + " bytes early");
    }
    left -= Math.max(read, 0);
    if (left < 0) {
      throw new IOException(what + " holds more bytes than it should");
    }
    return read;
  }

  @Override
  public long skip(long count) throws IOException {
    long skipped = 0;
    byte[] ignored = new byte[(int) Math.min(Math.max(count, 0), 8192)];
    while (skipped < count) {
      int read = read(ignored, 0, (int) Math.min(ignored.length, count - skipped));
      if (read < 0) {
        break;
      }
      skipped += read;
    }
    return skipped;
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
