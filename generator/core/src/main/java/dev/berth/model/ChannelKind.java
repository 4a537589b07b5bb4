package dev.berth.model;

import java.util.List;
import java.util.Locale;

/**
 * A channel OpenClaw 2026.9.6 speaks, with the fields of its configuration that hold secrets
 * (OpenClaw's configuration schema, {@code channels.*}).
 */
public enum ChannelKind {
  TELEGRAM("botToken"),
  DISCORD("token"),
  SLACK("appToken", "botToken"),
  /** Pairs by QR code; its credentials are made on the agent's own disk. */
  WHATSAPP();

  // List.of cannot be changed; the type alone does not say so.
  @SuppressWarnings("ImmutableEnumChecker")
  private final List<String> secretKeys;

  ChannelKind(String... secretKeys) {
    this.secretKeys = List.of(secretKeys);
  }

  /**
   * Whether strangers can write to it: who finds a bot's name or a number may send it a message. In
   * Slack only members of the workspace, and guests they let in, can
   * (https://slack.com/help/articles/202518103-Understand-guest-roles-in-Slack).
   */
  public boolean open() {
    return this != SLACK;
  }

  /** In alphabetical order. */
  public List<String> secretKeys() {
    return secretKeys;
  }

  /** The word users write, and OpenClaw's own. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
