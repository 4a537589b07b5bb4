package dev.berth.local.control;

import java.util.List;
import java.util.Map;

/**
 * All a supervisor must know to run one agent. It is handed over, never written down: it holds
 * secrets.
 *
 * @param id {@code research/reader}
 * @param configuration its openclaw.json, whose paths begin with {@code ${BERTH_AGENT_HOME}}
 * @param soulBase64 the bytes of its SOUL.md
 * @param version of OpenClaw, e.g. {@code 2026.9.6}
 * @param node the executable
 * @param openclaw the file {@code openclaw.mjs} of the installed package
 * @param memoryBytes what it and its children may hold together
 * @param heapMebibytes of Node
 * @param secrets environment variables and their values
 * @param echo whether it asks Berth's own model server
 * @param knowledge how its own knowledge is kept
 * @param shared names of folders that come down to {@code workspace/shared}
 * @param plugins of channels that are not part of OpenClaw, e.g. {@code discord}
 */
public record AgentOrder(
    String id,
    String configuration,
    String soulBase64,
    String version,
    String node,
    String openclaw,
    long memoryBytes,
    int heapMebibytes,
    Map<String, String> secrets,
    boolean echo,
    Knowledge knowledge,
    List<String> shared,
    List<String> plugins) {

  /** How an agent's own knowledge is kept. */
  public enum Knowledge {
    NONE,
    PULLED,
    PULLED_AND_PUSHED
  }

  /** Without what is secret. */
  @Override
  public String toString() {
    return "the order to run " + id;
  }
}
