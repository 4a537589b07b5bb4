package dev.berth.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What may be done with a knowledge folder. */
public enum Access {
  READ_ONLY,
  READ_WRITE;

  /** Whether a grant of this covers a wish for {@code wished}. */
  public boolean covers(Access wished) {
    return this == READ_WRITE || wished == READ_ONLY;
  }

  /** The access users write as {@code word}. */
  public static Optional<Access> of(String word) {
    return Arrays.stream(values()).filter(access -> access.toString().equals(word)).findFirst();
  }

  /** The word users write. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
