package dev.berth.knowledge.snapshot;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Small files put together into larger objects: a request costs more than the bytes it carries. */
public final class Packs {

  /** A larger file is an object of its own. */
  public static final int LARGEST_PACKED_BYTES = 64 * 1024;

  /** A pack that would grow larger is closed. */
  public static final int PACK_BYTES = 1024 * 1024;

  private final Uploads uploads;
  private final List<String> closed = new ArrayList<>();
  private final byte[] open = new byte[PACK_BYTES];
  private int length;

  public Packs(Uploads uploads) {
    this.uploads = uploads;
  }

  /**
   * Where a file's bytes are.
   *
   * @param pack an index of what {@link #finish} returns
   * @param offset in bytes from the pack's start
   */
  public record Place(int pack, long offset) {}

  /**
   * Puts a small file into the open pack.
   *
   * @param content 1 to {@link #LARGEST_PACKED_BYTES} bytes; an empty file needs no place
   */
  public Place add(byte[] content) throws IOException {
    if (content.length == 0 || content.length > LARGEST_PACKED_BYTES) {
      throw new IllegalArgumentException("not a small file: " + content.length + " bytes");
    }
    if (length + content.length > PACK_BYTES) {
      close();
    }
    Place place = new Place(closed.size(), length);
    System.arraycopy(content, 0, open, length, content.length);
    length += content.length;
    return place;
  }

  /** Sends the last pack; {@link Uploads#finish} says when all are stored. */
  public List<String> finish() throws IOException {
    if (length > 0) {
      close();
    }
    return List.copyOf(closed);
  }

  private void close() throws IOException {
    closed.add(uploads.store(Arrays.copyOf(open, length)));
    length = 0;
  }
}
