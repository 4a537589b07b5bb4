package dev.berth.model;

import java.util.List;
import java.util.Optional;

/**
 * A place a fleet runs in.
 *
 * @param gke what the target {@code gke} needs; present exactly for it
 */
public record Environment(
    Name name, Target target, Density density, Optional<Gke> gke, Origin from) {

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
