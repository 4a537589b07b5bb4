package dev.berth.plan;

import java.util.List;
import java.util.Map;

/** A Google Cloud resource, in the words of the Pulumi Google Cloud provider 10.2.0. */
public sealed interface GoogleResource extends PlannedResource
    permits PlatformResource, FleetResource {

  /**
   * Input properties by the provider's names, in a fixed order: text, numbers, booleans, {@link
   * Ref}, {@link Joined}, lists and maps of these.
   */
  Map<String, Object> inputs();

  /** Whether Pulumi must refuse to delete it. */
  default boolean guarded() {
    return false;
  }

  /** Names of planned resources of the same stack it needs beyond those its inputs refer to. */
  default List<String> after() {
    return List.of();
  }

  /** Inputs that Google changes by itself and that no update may change back. */
  default List<String> ignored() {
    return List.of();
  }
}
