package dev.berth.diagnose;

import java.util.Locale;

/** How much a diagnostic weighs. */
public enum Severity {
  /** Nothing goes on until it is mended, or waived where it can be. */
  ERROR,
  /** Worth a look; stops nothing. */
  WARNING,
  /** Good to know. */
  NOTE;

  /** As reports print it, and SARIF spells it. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
