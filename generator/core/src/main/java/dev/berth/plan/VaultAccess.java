package dev.berth.plan;

import dev.berth.model.AgentId;
import dev.berth.model.SecretName;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What one agent must be given in Vault: a policy for exactly its secrets and a role only its
 * ServiceAccount may take (https://developer.hashicorp.com/vault/docs/auth/kubernetes).
 */
public final class VaultAccess {

  /** The KV version 2 engine that holds every secret. */
  public static final String MOUNT = "secret";

  /** Whom a token is made for; the role takes no other. */
  public static final String AUDIENCE = "vault";

  private VaultAccess() {}

  /** Below {@link #MOUNT}: {@code berth/customer-discord-token}. */
  public static String path(SecretName secret) {
    return "berth/" + secret;
  }

  /** {@code support.customer}: no team or agent has a dot in its name, so no two share a role. */
  public static String role(AgentId agent) {
    return agent.team() + "." + agent.agent();
  }

  /** Vault's policy language: the secrets themselves, no folder of them. */
  public static String policy(List<SecretNeed> needs) {
    return needs.stream()
        .map(need -> need.secret())
        .distinct()
        .sorted()
        .map(
            secret ->
                "path \"%s/data/%s\" { capabilities = [\"read\"] }".formatted(MOUNT, path(secret)))
        .collect(Collectors.joining("\n"));
  }
}
