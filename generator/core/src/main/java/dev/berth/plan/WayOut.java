package dev.berth.plan;

import dev.berth.model.HostName;
import dev.berth.model.Origin;

/**
 * A host an agent may call on TCP 443.
 *
 * @param purpose why, in one or two words: {@code model}, {@code discord}, {@code declared}
 */
public record WayOut(HostName host, String purpose, Origin because) {}
