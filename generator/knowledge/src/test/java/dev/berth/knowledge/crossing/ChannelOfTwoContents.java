package dev.berth.knowledge.crossing;

import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.util.Arrays;

/** Gives other bytes, of the same number, when it is read again. */
final class ChannelOfTwoContents extends DelegatingChannel {
  private final byte[] content;
  private final boolean changes;
  private int at;

  ChannelOfTwoContents(byte[] content, boolean changes) {
    super(null);
    this.content = Arrays.copyOf(content, content.length);
    this.changes = changes;
  }

  @Override
  public int read(ByteBuffer into) {
    int count = Math.min(into.remaining(), content.length - at);
    into.put(content, at, count);
    at += count;
    return count == 0 ? -1 : count;
  }

  @Override
  public long position() {
    return at;
  }

  @Override
  public SeekableByteChannel position(long start) {
    at = (int) start;
    content[0] += (byte) (changes ? 1 : 0);
    return this;
  }

  @Override
  public void close() {}
}
