package dev.berth.declare;

import dev.berth.model.AgentId;
import dev.berth.source.SourcePoint;
import java.time.LocalDate;
import java.util.List;

/**
 * {@code waivers.yaml}, as written.
 *
 * @param waivers in the order they were written
 */
public record WaiversDeclaration(List<Waiver> waivers) {

  public static final WaiversDeclaration NONE = new WaiversDeclaration(List.of());

  /** One rule that one agent may break for a while. */
  public record Waiver(
      SourcePoint at,
      Written<String> rule,
      Written<AgentId> agent,
      Written<String> owner,
      Written<String> reason,
      Written<LocalDate> until) {}
}
