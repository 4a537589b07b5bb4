package dev.berth.model;

import java.util.Locale;

/** Where an environment's agents run: the rungs of the ladder. */
public enum Target {
  LOCAL,
  COMPOSE,
  VM,
  GKE,
  KUBERNETES;

  /** The word users write. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
