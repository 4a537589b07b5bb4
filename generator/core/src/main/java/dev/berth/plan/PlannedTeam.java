package dev.berth.plan;

import dev.berth.model.Team;
import java.util.List;

/**
 * Everything one team owns, and its agents.
 *
 * @param resources what belongs to no single agent, in the order it must be made
 * @param agents sorted by name
 */
public record PlannedTeam(Team team, List<PlannedResource> resources, List<PlannedAgent> agents) {}
