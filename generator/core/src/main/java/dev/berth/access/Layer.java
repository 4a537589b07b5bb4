package dev.berth.access;

import java.util.Locale;

/** Which system lets somebody do something. */
public enum Layer {
  /** Google Cloud's roles. */
  IAM,
  /** The roles of the Kubernetes API. */
  RBAC,
  /** Which connections a pod's network lets through. */
  NETWORK,
  /** What is laid into a pod as files. */
  SECRETS;

  /** The word JSON uses. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
