package dev.berth.cli.knowledge;

import dev.berth.cli.print.Count;
import java.util.Locale;

/** A number of bytes in people's words. */
public final class Size {

  private static final String[] UNITS = {"KiB", "MiB", "GiB", "TiB", "PiB"};
  private static final int STEP = 1024;

  private Size() {}

  /** {@code 512 B}, {@code 12.1 KiB}: rounded to a tenth. */
  public static String of(long bytes) {
    if (bytes < STEP) {
      return bytes + " B";
    }
    double amount = bytes;
    int unit = -1;
    // What rounds to a whole step is said in the next unit.
    while (unit + 1 < UNITS.length && Math.round(amount * 10) >= STEP * 10L) {
      amount /= STEP;
      unit++;
    }
    return unit < 0
        ? String.format(Locale.ROOT, "%.1f %s", amount / STEP, UNITS[0])
        : String.format(Locale.ROOT, "%.1f %s", amount, UNITS[unit]);
  }

  /** {@code 1 file}, {@code 1204 files}. */
  public static String files(long number) {
    return Count.of(number, "file");
  }
}
