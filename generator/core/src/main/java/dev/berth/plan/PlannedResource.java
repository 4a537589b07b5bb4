package dev.berth.plan;

import dev.berth.model.Origin;

/**
 * One thing that must exist: registered with Pulumi and rendered to a file, one to one; or a
 * process that Berth itself starts.
 */
public sealed interface PlannedResource
    permits GoogleResource, KubernetesObject, HelmRelease, LocalProcess {

  /** Pulumi's type token, e.g. {@code gcp:storage/managedFolder:ManagedFolder}. */
  String type();

  /** Its name within its stack: stable, unique, e.g. {@code support/customer/network-policy}. */
  String name();

  /** The line that asked for it. */
  Origin because();
}
