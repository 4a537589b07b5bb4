package dev.berth.plan;

import dev.berth.model.AgentId;
import dev.berth.model.Origin;
import java.util.Map;

/**
 * An agent's own folder of the knowledge bucket, with an access policy of its own
 * (https://cloud.google.com/storage/docs/managed-folders).
 */
public record ManagedFolder(AgentId id, String bucket, Origin because) implements FleetResource {

  static final String TYPE = "gcp:storage/managedFolder:ManagedFolder";

  @Override
  public String type() {
    return TYPE;
  }

  @Override
  public String name() {
    return id + "/knowledge";
  }

  /** A folder that still holds objects is not deleted: knowledge outlives its agent. */
  @Override
  public Map<String, Object> inputs() {
    return Inputs.of("bucket", bucket, "name", path(id), "forceDestroy", false);
  }

  /** Where it lies in the bucket. */
  static String path(AgentId id) {
    return "agents/" + id + "/";
  }
}
