package dev.berth.model;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An amount of processor time.
 *
 * @param millicores thousandths of a core, from 1 to 256 000
 */
public record Cpu(int millicores) implements Comparable<Cpu> {

  /** Shown to users, so it must be true of {@link #parse}. */
  public static final String RULE =
      "cores such as 1 or 0.5, or millicores such as 500m, from 1m to 256";

  public static final String PATTERN = "^([1-9][0-9]{0,5}m|(0|[1-9][0-9]{0,2})(\\.[0-9]{1,3})?)$";

  private static final Pattern LEGAL = Pattern.compile(PATTERN);
  private static final int MOST_MILLICORES = 256_000;

  public Cpu {
    if (millicores < 1 || millicores > MOST_MILLICORES) {
      throw new IllegalArgumentException("millicores out of range: " + millicores);
    }
  }

  /** Empty when {@code text} breaks {@link #RULE}. */
  public static Optional<Cpu> parse(String text) {
    if (!LEGAL.matcher(text).matches()) {
      return Optional.empty();
    }
    int millicores =
        text.endsWith("m")
            ? Integer.parseInt(text.substring(0, text.length() - 1))
            : new BigDecimal(text).movePointRight(3).intValueExact();
    return millicores < 1 || millicores > MOST_MILLICORES
        ? Optional.empty()
        : Optional.of(new Cpu(millicores));
  }

  /** What is left of this; there must be something. */
  public Cpu less(Cpu part) {
    return new Cpu(millicores - part.millicores);
  }

  @Override
  public int compareTo(Cpu other) {
    return Integer.compare(millicores, other.millicores);
  }

  /** As Kubernetes prints it: {@code 2} or {@code 500m}. */
  @Override
  public String toString() {
    return millicores % 1000 == 0 ? Integer.toString(millicores / 1000) : millicores + "m";
  }
}
