package dev.berth.plan;

import dev.berth.model.Origin;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One thing a probe tries from inside an agent's pod.
 *
 * @param id the resource, as commands name it: {@code host/discord.com}, {@code folder/faq}
 * @param allowed whether it must work; otherwise it must not
 * @param at what its way needs to know, as {@code templates/probe/probe.mjs} reads it
 * @param because the line that asked for it; empty for what nobody asked for
 */
public record ProbeCheck(
    String id, Way way, boolean allowed, Map<String, Object> at, Optional<Origin> because) {

  /** How it is tried. */
  public enum Way {
    /** A name is looked up. */
    RESOLVE,
    /** A TCP connection. */
    CONNECT,
    /** A TLS handshake that reaches the peer; its certificate is not judged. */
    HANDSHAKE,
    /** An access token of the metadata server. */
    TOKEN,
    /** A listing of one prefix of a bucket, with that token. */
    LIST,
    /** The access of one secret's latest version, with that token; its value is not read. */
    SECRET;

    /** The word of the script. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static ProbeCheck must(String id, Way way, Map<String, Object> at, Origin because) {
    return new ProbeCheck(id, way, true, at, Optional.of(because));
  }

  static ProbeCheck mustNot(String id, Way way, Map<String, Object> at) {
    return new ProbeCheck(id, way, false, at, Optional.empty());
  }
}
