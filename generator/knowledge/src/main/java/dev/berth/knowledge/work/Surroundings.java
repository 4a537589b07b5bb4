package dev.berth.knowledge.work;

import java.time.Clock;
import java.util.function.Supplier;

/**
 * What a transfer takes from outside.
 *
 * @param writer who pushes, as snapshots name it: letters, digits and hyphens, as in {@code
 *     support-customer}
 * @param random 32 fresh random hexadecimal digits a call
 * @param largestFileBytes a file larger than this does not cross
 */
public record Surroundings(
    String writer, Clock clock, Supplier<String> random, Progress progress, long largestFileBytes) {

  /** Files of up to 100 MiB cross: more is no knowledge, but a model, a video or an archive. */
  public static final long LARGEST_FILE_BYTES = 100L << 20;

  /** A name for a writer that no other has. */
  String freshWriter() {
    return writer + "-" + random.get();
  }
}
