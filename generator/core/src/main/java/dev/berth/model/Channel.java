package dev.berth.model;

import java.util.SortedMap;

/**
 * Where an agent takes messages.
 *
 * @param secrets OpenClaw's own key, e.g. {@code botToken}, to the name of the secret that holds
 *     it; exactly the keys of {@link ChannelKind#secretKeys()}
 */
public record Channel(
    ChannelKind kind, SortedMap<String, Declared<SecretName>> secrets, Origin from) {

  public Channel {
    if (!secrets.keySet().equals(java.util.Set.copyOf(kind.secretKeys()))) {
      throw new IllegalArgumentException(kind + " takes " + kind.secretKeys());
    }
  }
}
