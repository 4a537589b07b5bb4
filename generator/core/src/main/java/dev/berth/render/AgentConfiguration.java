package dev.berth.render;

import dev.berth.model.OpenClawVersion;
import dev.berth.plan.PlannedAgent;

/**
 * One agent's openclaw.json, wherever the agent runs.
 *
 * @param version that will read it
 * @param text of the file
 * @param unnamed the same with a name that is no agent's: equal for agents that differ in nothing
 *     but their names
 */
public record AgentConfiguration(
    PlannedAgent agent, OpenClawVersion version, String text, String unnamed) {}
