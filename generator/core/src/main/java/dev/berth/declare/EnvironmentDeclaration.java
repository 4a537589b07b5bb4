package dev.berth.declare;

import dev.berth.model.Density;
import dev.berth.model.Name;
import dev.berth.model.SecretStore;
import dev.berth.model.Target;
import dev.berth.source.SourcePoint;
import java.util.List;
import java.util.Optional;

/**
 * A place a fleet runs in, as written.
 *
 * @param pools in the order they were written
 */
public record EnvironmentDeclaration(
    SourcePoint at,
    Written<Target> target,
    Optional<Written<Density>> density,
    Optional<Written<String>> project,
    Optional<Written<String>> region,
    Optional<Knowledge> knowledge,
    List<Named<Name, PoolDeclaration>> pools,
    Optional<Secrets> secrets) {

  /** The bucket that holds the fleet's knowledge. */
  public record Knowledge(Written<String> bucket, Written<String> location) {}

  /** Where secrets are, and what brings them into pods. */
  public record Secrets(Written<SecretStore.Kind> store, Optional<Written<String>> server) {}
}
