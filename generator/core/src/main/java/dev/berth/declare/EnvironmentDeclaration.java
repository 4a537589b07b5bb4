package dev.berth.declare;

import dev.berth.model.AgentId;
import dev.berth.model.Density;
import dev.berth.model.HostRules;
import dev.berth.model.ModelId;
import dev.berth.model.Name;
import dev.berth.model.SecretStore;
import dev.berth.model.Target;
import dev.berth.source.SourcePoint;
import java.util.List;
import java.util.Optional;

/**
 * A place a fleet runs in, as written.
 *
 * @param metrics what scrapes agents; the word stands for the only one there is
 * @param hostNames who enforces host names, on the target {@code kubernetes}
 * @param agents those that start, on the target {@code local}
 * @param model what answers for every agent, on the target {@code local}
 * @param modelServer where it answers, on the target {@code local}
 * @param channels whether agents answer on channels, on the target {@code local}
 * @param pools in the order they were written
 */
public record EnvironmentDeclaration(
    SourcePoint at,
    Written<Target> target,
    Optional<Written<Density>> density,
    Optional<Written<String>> project,
    Optional<Written<String>> region,
    Optional<Knowledge> knowledge,
    Optional<Written<Boolean>> clusterNetworkPolicy,
    Optional<Written<String>> metrics,
    Optional<Written<HostRules>> hostNames,
    Optional<Written<String>> storageClass,
    Optional<List<Written<AgentId>>> agents,
    Optional<Written<ModelId>> model,
    Optional<Written<String>> modelServer,
    Optional<Written<Boolean>> channels,
    List<Named<Name, PoolDeclaration>> pools,
    Optional<Secrets> secrets) {

  /** The bucket that holds the fleet's knowledge. */
  public record Knowledge(Written<String> bucket, Written<String> location) {}

  /** Where secrets are, and what brings them into pods. */
  public record Secrets(Written<SecretStore.Kind> store, Optional<Written<String>> server) {}
}
