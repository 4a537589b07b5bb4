package dev.berth.render;

import dev.berth.model.Agent;
import dev.berth.model.Channel;
import dev.berth.model.OpenClawVersion;
import dev.berth.model.Origin;
import dev.berth.plan.PlannedAgent;
import java.util.List;

/**
 * One agent's openclaw.json, wherever the agent runs.
 *
 * @param version that will read it
 * @param text of the file
 * @param unnamed the same with a name that is no agent's: equal for agents that differ in nothing
 *     but their names
 */
public record AgentConfiguration(
    PlannedAgent agent, OpenClawVersion version, String text, String unnamed) {

  /**
   * The line that asked for a key of it.
   *
   * @param key e.g. {@code channels.discord.dmPolicy}
   */
  public Origin because(String key) {
    Agent declared = agent.agent();
    for (Channel channel : declared.channels()) {
      for (String place : List.of("channels.", "plugins.entries.")) {
        if ((key + ".").startsWith(place + channel.kind() + ".")) {
          return channel.from();
        }
      }
    }
    return (key + ".").startsWith("models.") || (key + ".").startsWith("agents.defaults.model.")
        ? declared.model().from()
        : declared.openclaw().from();
  }
}
