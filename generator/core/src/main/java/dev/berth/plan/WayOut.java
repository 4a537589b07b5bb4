package dev.berth.plan;

import dev.berth.model.HostName;
import dev.berth.model.Origin;
import java.util.List;

/**
 * A host an agent may call on TCP 443.
 *
 * @param asks everything that asked for it, in the order it was asked; never empty
 * @param gate what lets it through
 */
public record WayOut(HostName host, List<Ask> asks, Gate gate) {

  public WayOut {
    asks = List.copyOf(asks);
  }

  /**
   * One reason for a way.
   *
   * @param purpose why, in one or two words: {@code model}, {@code discord}, {@code declared}
   */
  public record Ask(String purpose, Origin because) {}

  /** The first reason. */
  public String purpose() {
    return asks.get(0).purpose();
  }

  /** The first line that asked for it. */
  public Origin because() {
    return asks.get(0).because();
  }
}
