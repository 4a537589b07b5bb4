package dev.berth.plan;

import dev.berth.model.Name;
import dev.berth.model.Origin;
import java.util.Map;

/**
 * A knowledge folder several teams may use: it belongs to no one of them, so to the platform.
 *
 * @param bucket the planned bucket's name
 */
public record SharedFolder(Name folder, String bucket, Origin because) implements PlatformResource {

  @Override
  public String type() {
    return ManagedFolder.TYPE;
  }

  @Override
  public String name() {
    return "knowledge/" + folder;
  }

  @Override
  public Map<String, Object> inputs() {
    return Inputs.of(
        "bucket", new Ref(bucket, "name"), "name", path(folder), "forceDestroy", false);
  }

  /** Where it lies in the bucket. */
  static String path(Name folder) {
    return folder + "/";
  }

  @Override
  public boolean guarded() {
    return true;
  }
}
