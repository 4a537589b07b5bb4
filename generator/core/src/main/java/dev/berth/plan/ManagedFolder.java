package dev.berth.plan;

import dev.berth.model.Origin;
import java.util.Map;

/**
 * A folder of the knowledge bucket with an access policy of its own
 * (https://cloud.google.com/storage/docs/managed-folders).
 *
 * @param path ends in a slash, e.g. {@code agents/support/customer/}
 */
public record ManagedFolder(String name, String bucket, String path, Origin because)
    implements FleetResource {

  @Override
  public String type() {
    return "gcp:storage/managedFolder:ManagedFolder";
  }

  @Override
  public Map<String, Object> inputs() {
    return Inputs.of("bucket", bucket, "name", path, "forceDestroy", false);
  }

  /** Knowledge outlives the agent: losing it takes two steps. */
  @Override
  public boolean guarded() {
    return false;
  }
}
