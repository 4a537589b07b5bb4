package dev.berth.plan;

import dev.berth.model.Origin;
import dev.berth.model.SecretName;

/**
 * A secret that must exist before an agent can run.
 *
 * @param key the file name it has in the pod, e.g. {@code discord-token}
 */
public record SecretNeed(SecretName secret, String key, Origin because) {

  /** The key under which a Kubernetes Secret or a secret of Vault holds its one value. */
  public static final String VALUE = "value";
}
