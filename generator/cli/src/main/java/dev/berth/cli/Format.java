package dev.berth.cli;

import java.util.Locale;

/** How results and mistakes are printed. */
enum Format {
  TEXT,
  JSON,
  /** For code scanning; mistakes only. */
  SARIF;

  /** The word users write. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
