package dev.berth.plan;

import dev.berth.model.Access;
import dev.berth.model.Origin;
import java.util.Map;

/**
 * One agent's access to one folder, added to whatever others have.
 *
 * @param name unique in its stack
 * @param folder the folder's path, or a {@link Ref} to it
 * @param member the agent's identity
 */
public record FolderGrant(
    String name, String bucket, Object folder, Access access, Joined member, Origin because)
    implements FleetResource {

  @Override
  public String type() {
    return "gcp:storage/managedFolderIamMember:ManagedFolderIamMember";
  }

  @Override
  public Map<String, Object> inputs() {
    return Inputs.of(
        "bucket", bucket, "managedFolder", folder, "role", role(access), "member", member);
  }

  /**
   * The smallest role that works (https://cloud.google.com/storage/docs/access-control/iam-roles).
   */
  static String role(Access access) {
    return switch (access) {
      case READ_ONLY -> "roles/storage.objectViewer";
      case READ_WRITE -> "roles/storage.objectUser";
    };
  }
}
