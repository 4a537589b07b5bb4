package dev.berth.plan;

import dev.berth.model.AgentId;
import dev.berth.model.Origin;
import dev.berth.model.SecretName;
import java.util.Map;

/** One agent's right to read one secret. */
public record SecretGrant(
    AgentId id, String project, SecretName secret, Joined member, Origin because)
    implements FleetResource {

  @Override
  public String type() {
    return "gcp:secretmanager/secretIamMember:SecretIamMember";
  }

  @Override
  public String name() {
    return id + "/secret-" + secret;
  }

  @Override
  public Map<String, Object> inputs() {
    return Inputs.of(
        "project",
        project,
        "secretId",
        secret.text(),
        "role",
        "roles/secretmanager.secretAccessor",
        "member",
        member);
  }
}
