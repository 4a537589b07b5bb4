package dev.berth.model;

import java.util.Locale;
import java.util.Optional;

/**
 * Where an environment's agents read their secrets, and what brings them into the pod.
 *
 * @param server the store's address, for {@link Kind#VAULT} alone
 */
public record SecretStore(Kind kind, Optional<String> server) {

  /** GKE's default: nothing in etcd, and no controller that may act as an agent. */
  public static final SecretStore SECRET_MANAGER =
      new SecretStore(Kind.SECRET_MANAGER, Optional.empty());

  /** Secrets that somebody else puts into the namespace. */
  public static final SecretStore KUBERNETES = new SecretStore(Kind.KUBERNETES, Optional.empty());

  public SecretStore {
    if ((kind == Kind.VAULT) != server.isPresent()) {
      throw new IllegalArgumentException("a server for Vault and for nothing else");
    }
  }

  /** Whether secrets are in Secret Manager, where an agent's own identity is granted each. */
  public boolean inSecretManager() {
    return kind == Kind.SECRET_MANAGER || kind == Kind.EXTERNAL_SECRETS;
  }

  /** Whether the controller External Secrets copies them into a Kubernetes Secret. */
  public boolean copiedByController() {
    return kind == Kind.EXTERNAL_SECRETS || kind == Kind.VAULT;
  }

  /** How secrets reach a pod. */
  public enum Kind {
    /** Secret Manager, by GKE's managed add-on: a CSI volume. */
    SECRET_MANAGER,
    /** Secret Manager, by External Secrets: a Kubernetes Secret. */
    EXTERNAL_SECRETS,
    /** HashiCorp Vault, by External Secrets: a Kubernetes Secret. */
    VAULT,
    /** A Kubernetes Secret that Berth only refers to. */
    KUBERNETES;

    /** The word users write. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
