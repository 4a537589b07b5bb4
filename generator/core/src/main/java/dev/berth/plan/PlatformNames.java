package dev.berth.plan;

import dev.berth.model.Environment;
import dev.berth.model.Name;

/**
 * What an environment's platform is called and where its addresses lie.
 *
 * @param project the Google Cloud project's id
 */
public record PlatformNames(Name environment, String project, String region) {

  /** Addresses of nodes: 4,092 of them. */
  public static final String NODE_RANGE = "10.10.0.0/20";

  /** Addresses of pods: /24 a node, so 1,024 nodes. */
  public static final String POD_RANGE = "10.20.0.0/14";

  /** Addresses of Services: 4,096. */
  public static final String SERVICE_RANGE = "10.30.0.0/20";

  static PlatformNames of(Environment environment, Environment.Gke gke) {
    return new PlatformNames(environment.name(), gke.project(), gke.region());
  }

  /** Of the network, the cluster and all else there is one of: {@code berth-dev}. */
  public String base() {
    return "berth-" + environment;
  }

  /** The cluster among the planned resources, where {@link #base} is the network. */
  String cluster() {
    return base() + "-cluster";
  }

  String subnetwork() {
    return base() + "-" + region;
  }

  String router() {
    return base() + "-router";
  }

  String nat() {
    return base() + "-nat";
  }

  String nodes() {
    return base() + "-nodes";
  }

  /** The private DNS zone of Google's APIs. */
  String googleApis() {
    return base() + "-googleapis";
  }

  /** The pool of identities that ServiceAccounts of this project's clusters belong to. */
  String workloadPool() {
    return project + ".svc.id.goog";
  }
}
