package dev.berth.model;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An amount of memory or disk.
 *
 * @param mebibytes in MiB (2^20 bytes), from 1 to 67 108 864 (64 TiB)
 */
public record ByteSize(long mebibytes) implements Comparable<ByteSize> {

  /** Shown to users, so it must be true of {@link #parse}. */
  public static final String RULE = "a whole number of Mi, Gi or Ti, such as 512Mi or 2Gi, to 64Ti";

  public static final String PATTERN = "^[1-9][0-9]{0,7}(Mi|Gi|Ti)$";

  private static final Pattern LEGAL = Pattern.compile(PATTERN);
  private static final long MOST_MEBIBYTES = 64L << 20;

  public ByteSize {
    if (mebibytes < 1 || mebibytes > MOST_MEBIBYTES) {
      throw new IllegalArgumentException("mebibytes out of range: " + mebibytes);
    }
  }

  public static ByteSize gibibytes(long gibibytes) {
    return new ByteSize(gibibytes << 10);
  }

  /** Empty when {@code text} breaks {@link #RULE}. */
  public static Optional<ByteSize> parse(String text) {
    if (!LEGAL.matcher(text).matches()) {
      return Optional.empty();
    }
    long number = Long.parseLong(text.substring(0, text.length() - 2));
    long mebibytes =
        switch (text.charAt(text.length() - 2)) {
          case 'G' -> number << 10;
          case 'T' -> number << 20;
          default -> number;
        };
    return mebibytes > MOST_MEBIBYTES ? Optional.empty() : Optional.of(new ByteSize(mebibytes));
  }

  /** What is left of this; there must be something. */
  public ByteSize less(ByteSize part) {
    return new ByteSize(mebibytes - part.mebibytes);
  }

  @Override
  public int compareTo(ByteSize other) {
    return Long.compare(mebibytes, other.mebibytes);
  }

  /**
   * As Kubernetes reads it, in the largest unit that keeps it whole: {@code 2Gi}, {@code 512Mi}.
   */
  @Override
  public String toString() {
    if (mebibytes % (1 << 20) == 0) {
      return (mebibytes >> 20) + "Ti";
    }
    return mebibytes % (1 << 10) == 0 ? (mebibytes >> 10) + "Gi" : mebibytes + "Mi";
  }
}
