package dev.berth.model;

import java.util.List;
import java.util.Optional;

/**
 * A place a fleet runs in.
 *
 * @param gke what the target {@code gke} needs; present exactly for it
 * @param local what the target {@code local} takes; present exactly for it
 * @param storageClass of the agents' disks, for the target {@code kubernetes}; empty for the
 *     cluster's default
 */
public record Environment(
    Name name,
    Target target,
    Density density,
    Optional<Gke> gke,
    Optional<Local> local,
    Network network,
    SecretStore secrets,
    Optional<String> storageClass,
    Origin from) {

  /** One that is no laptop. */
  public Environment(
      Name name,
      Target target,
      Density density,
      Optional<Gke> gke,
      Network network,
      SecretStore secrets,
      Optional<String> storageClass,
      Origin from) {
    this(name, target, density, gke, Optional.empty(), network, secrets, storageClass, from);
  }

  /**
   * This machine, where agents are processes of whoever starts them.
   *
   * @param agents that start when the command line names none; empty for all there are
   * @param model what answers in place of each agent's own; empty for its own
   * @param modelServer where an OpenAI-compatible server answers for every model, without a last
   *     slash, e.g. {@code http://127.0.0.1:11434/v1}; empty for the providers' own servers
   * @param channels whether agents answer on their channels
   */
  public record Local(
      List<AgentId> agents,
      Optional<Declared<ModelId>> model,
      Optional<Declared<String>> modelServer,
      boolean channels) {}

  /**
   * What the cluster's network can enforce, and who outside the fleet must reach agents.
   *
   * @param clusterNetworkPolicy whether the cluster has the kind ClusterNetworkPolicy
   * @param metrics whether Google Cloud Managed Service for Prometheus scrapes agents
   */
  public record Network(HostRules hostRules, boolean clusterNetworkPolicy, boolean metrics) {

    /** GKE as Berth makes it. */
    public static final Network GKE = new Network(HostRules.GKE, false, false);
  }

  /**
   * A Google Cloud project and what Berth makes in it.
   *
   * @param project its id, not its number
   * @param region e.g. {@code europe-west1}
   * @param bucket the knowledge bucket's name
   * @param location the knowledge bucket's location, e.g. {@code EU}
   * @param pools in the order they were written; the first is where agents run that name none
   */
  public record Gke(
      String project, String region, String bucket, String location, List<Pool> pools) {

    public Optional<Pool> pool(Name name) {
      return pools.stream().filter(pool -> pool.name().equals(name)).findFirst();
    }
  }
}
