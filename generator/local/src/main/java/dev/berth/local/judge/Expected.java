package dev.berth.local.judge;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The warnings that are meant to be: each by OpenClaw's own name of it, with the reason. Nothing
 * else is ever passed over, and these are still shown.
 */
public final class Expected {

  /** A channel's plugin is absent: whether that is meant depends on whether it was asked for. */
  public static final String NO_PLUGIN = "plugin-not-installed";

  private static final SortedMap<String, String> REASONS = new TreeMap<>();

  static {
    REASONS.put(
        NO_PLUGIN,
        "the image brings the plugin; without it the channel's own keys are not judged here, which"
            + " --plugins does");
    REASONS.put(
        "core/doctor/heartbeat-cadence-migration",
        "a home that never ran has no row for the heartbeat yet; heartbeat.every is 0m, so the row"
            + " that the gateway makes is switched off");
    REASONS.put(
        "core/doctor/node-hosting-preconditions",
        "no other machine joins an agent as a node: the tool is denied, and the plugin is not"
            + " allowed");
    REASONS.put(
        "core/doctor/security:gateway.bind_network_accessible",
        "a pod's probes come from outside of it; the network policy lets in those alone who are"
            + " declared, and the gateway asks for its token");
    REASONS.put(
        "core/doctor/skill-workshop-tool-policy",
        "an agent writes no skills for itself: what it may do is declared");
  }

  private Expected() {}

  /** Every code, with its reason. */
  public static SortedMap<String, String> reasons() {
    return new TreeMap<>(REASONS);
  }

  static Optional<String> reason(String code) {
    return Optional.ofNullable(REASONS.get(code));
  }
}
