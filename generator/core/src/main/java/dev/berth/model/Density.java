package dev.berth.model;

import java.util.Locale;

/** How requests follow from limits when an agent does not say. */
public enum Density {
  /** 100m CPU and the 1Gi an idle OpenClaw really needs. */
  BALANCED,
  /** Requests equal limits. */
  GUARANTEED;

  public static final Cpu BALANCED_CPU = new Cpu(100);
  public static final ByteSize BALANCED_MEMORY = ByteSize.gibibytes(1);

  /** What follows from {@code limits}; never more than these. */
  public Requests requests(Limits limits) {
    if (this == GUARANTEED) {
      return new Requests(limits.cpu(), limits.memory());
    }
    return new Requests(
        limits.cpu().value().compareTo(BALANCED_CPU) < 0
            ? limits.cpu()
            : Declared.builtIn(BALANCED_CPU),
        limits.memory().value().compareTo(BALANCED_MEMORY) < 0
            ? limits.memory()
            : Declared.builtIn(BALANCED_MEMORY));
  }

  /** The word users write. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
