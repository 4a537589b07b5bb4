package dev.berth.cli.print;

import dev.berth.model.Agent;
import dev.berth.model.ByteSize;
import dev.berth.model.Cpu;
import dev.berth.model.Team;
import dev.berth.plan.PlannedTeam;
import java.util.List;

/**
 * One team.
 *
 * @param may what every agent of the team may do, by one grant to all of them
 * @param agents sorted by name
 * @param resources that belong to the team and to none of its agents
 */
public record TeamFacts(
    String name,
    String owner,
    String from,
    Use quota,
    List<May> may,
    List<AgentFacts> agents,
    int resources) {

  /**
   * What a team's agents may use together, and the most they may.
   *
   * @param cpuMillicores the sum of its agents' limits
   * @param memoryMebibytes the sum of its agents' limits
   */
  public record Use(
      int agents,
      int mostAgents,
      long cpuMillicores,
      long mostCpuMillicores,
      long memoryMebibytes,
      long mostMemoryMebibytes) {}

  static TeamFacts of(PlannedTeam planned) {
    Team team = planned.team();
    return new TeamFacts(
        team.name().text(),
        team.owner(),
        team.from().toString(),
        use(team),
        planned.may().stream().map(May::of).toList(),
        planned.agents().stream().map(AgentFacts::of).toList(),
        planned.resources().size());
  }

  private static Use use(Team team) {
    return new Use(
        team.agents().size(),
        team.quota().agents(),
        team.agents().stream().map(TeamFacts::cpu).mapToLong(Cpu::millicores).sum(),
        team.quota().cpu().millicores(),
        team.agents().stream().map(TeamFacts::memory).mapToLong(ByteSize::mebibytes).sum(),
        team.quota().memory().mebibytes());
  }

  private static Cpu cpu(Agent agent) {
    return agent.limits().cpu().value();
  }

  private static ByteSize memory(Agent agent) {
    return agent.limits().memory().value();
  }
}
