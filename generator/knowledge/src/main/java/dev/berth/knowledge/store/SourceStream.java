package dev.berth.knowledge.store;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** The bytes of an object to be stored: a failure to read them is told from one to write them. */
final class SourceStream extends FilterInputStream {

  private final String address;

  SourceStream(String address, InputStream source, long sizeBytes) {
    super(new ExactStream("what was to be stored", source, sizeBytes));
    this.address = address;
  }

  @Override
  public int read() throws IOException {
    try {
      return in.read();
    } catch (IOException problem) {
      throw Problems.unreadable(address, problem);
    }
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    try {
      return in.read(target, offset, length);
    } catch (IOException problem) {
      throw Problems.unreadable(address, problem);
    }
  }
}
