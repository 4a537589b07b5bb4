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

  /** The word users write. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
