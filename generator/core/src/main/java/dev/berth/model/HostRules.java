package dev.berth.model;

import java.util.Locale;

/** What holds a pod to host names. */
public enum HostRules {
  /** GKE Dataplane V2, by FQDNNetworkPolicy. */
  GKE,
  /** Cilium, by CiliumNetworkPolicy {@code toFQDNs}. */
  CILIUM,
  /** Nothing: a cluster that knows addresses alone. */
  NONE;

  /** The word users write. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
