package dev.berth.model;

/**
 * The name of the secret with a model provider's key, as one layer says it.
 *
 * @param provider e.g. {@code anthropic}
 */
public record ApiKey(String provider, Declared<SecretName> secret) {}
