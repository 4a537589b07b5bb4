package dev.berth.plan;

import dev.berth.model.Name;

/**
 * The account External Secrets runs as for one team: docs/secrets.md says how to install one each.
 */
public record SecretController(String namespace, String account) {

  private static final String NAMED = "external-secrets";

  /** The one that reads for {@code team}, and for no other. */
  public static SecretController of(Name team) {
    return new SecretController(NAMED, NAMED + "-" + team);
  }
}
