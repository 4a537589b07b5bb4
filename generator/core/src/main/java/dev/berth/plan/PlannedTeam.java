package dev.berth.plan;

import dev.berth.model.Team;
import java.util.List;

/**
 * Everything one team owns, and its agents.
 *
 * @param resources what belongs to no single agent, in the order it must be made
 * @param may what all its agents have together, whatever their own files say
 * @param agents sorted by name
 */
public record PlannedTeam(
    Team team, List<PlannedResource> resources, List<Permission> may, List<PlannedAgent> agents) {}
