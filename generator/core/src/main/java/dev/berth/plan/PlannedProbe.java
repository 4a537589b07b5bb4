package dev.berth.plan;

import java.util.List;

/**
 * What one agent must reach and what it must not, as one Job tries it.
 *
 * @param checks first what is allowed, then what is not; no id stands twice
 * @param untried what no pod can try
 */
public record PlannedProbe(PlannedAgent agent, List<ProbeCheck> checks, List<Untried> untried) {

  /**
   * How many probes of one team may run at once: its quota leaves room for as many beside its
   * agents.
   */
  public static final int MOST_AT_ONCE = 4;

  /** Of each probe, requested and most. */
  public static final int CPU_MILLICORES = 100;

  /** Node alone takes about 60. */
  public static final long MEMORY_MEBIBYTES = 128;

  /** Of node disk: logs and no file of its own. */
  public static final long EPHEMERAL_MEBIBYTES = 64;

  /**
   * A resource that is not tried.
   *
   * @param id as {@link ProbeCheck#id}
   * @param why one sentence without a final stop
   */
  public record Untried(String id, String why) {}
}
