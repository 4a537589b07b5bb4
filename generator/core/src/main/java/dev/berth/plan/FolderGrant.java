package dev.berth.plan;

import dev.berth.model.Access;
import dev.berth.model.Origin;
import dev.berth.model.RoleCatalogue;
import java.util.Map;

/**
 * Access of one agent, or of all agents of a team, to one folder, added to whatever others have.
 *
 * @param name unique in its stack
 * @param folder the folder's path, or a {@link Ref} to it
 * @param member the agent's identity, or the team's
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
    return Inputs.of("bucket", bucket, "managedFolder", folder, "role", role(), "member", member);
  }

  /** The smallest role that works. */
  String role() {
    return RoleCatalogue.builtIn().role(access).name();
  }
}
