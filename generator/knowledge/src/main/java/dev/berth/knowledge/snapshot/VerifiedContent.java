package dev.berth.knowledge.snapshot;

import dev.berth.knowledge.store.ObjectStore;
import dev.berth.knowledge.store.StoreProblem;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.Objects;

/**
 * One file's bytes out of an object. The read that would give the last of them gives them only when
 * all are what was stored, so that nobody puts in place what is not.
 */
final class VerifiedContent extends InputStream {

  private final ObjectStore store;
  private final Entry entry;
  private final InputStream object;
  private final MessageDigest digest = Sha256.digest();
  private long remaining;

  /**
   * @param object stands at the file's first byte; is left open
   */
  VerifiedContent(ObjectStore store, Entry entry, InputStream object) {
    this.store = store;
    this.entry = entry;
    this.object = object;
    this.remaining = entry.sizeBytes();
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int start, int length) throws IOException {
    Objects.checkFromIndexSize(start, length, into.length);
    if (length == 0 || remaining == 0) {
      return length == 0 ? 0 : -1;
    }
    int count = object.read(into, start, (int) Math.min(length, remaining));
    if (count < 0) {
      throw damaged("ends before " + entry.path().shown() + " does");
    }
    digest.update(into, start, count);
    remaining -= count;
    if (remaining == 0) {
      verify();
    }
    return count;
  }

  @Override
  public int available() {
    return 0;
  }

  /** Reads what nobody has read. */
  void drain() throws IOException {
    byte[] buffer = new byte[8192];
    while (remaining > 0) {
      read(buffer, 0, buffer.length);
    }
  }

  private void verify() throws IOException {
    if (!Sha256.hex(digest.digest()).equals(entry.content())) {
      throw damaged("does not hold " + entry.path().shown() + " as it was stored");
    }
    if (entry.object().equals(entry.content()) && object.read() >= 0) {
      throw damaged("goes on after the end of " + entry.path().shown());
    }
  }

  private StoreProblem damaged(String what) {
    return Stored.damaged(store, ObjectName.ofObject(entry.object()), what);
  }
}
