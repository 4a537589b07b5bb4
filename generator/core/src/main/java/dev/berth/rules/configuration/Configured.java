package dev.berth.rules.configuration;

import dev.berth.plan.LocalProcess;
import dev.berth.plan.PlannedAgent;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What an agent's openclaw.json is made of.
 *
 * @param name the agent's, which is also its id in OpenClaw
 * @param version of OpenClaw
 * @param values what the template may say
 * @param variables the names of those that are set for it
 */
record Configured(String name, String version, Map<String, Object> values, Set<String> variables) {

  /** The one value that differs between agents that are alike. */
  static final String NAME = "agent";

  /** Empty for an agent nothing of which runs. */
  static Optional<Configured> of(PlannedAgent agent) {
    // The chart sets none that a configuration may ask for.
    boolean local = agent.resources().stream().anyMatch(LocalProcess.class::isInstance);
    return agent
        .openclaw()
        .map(
            values ->
                new Configured(
                    agent.id().agent().text(),
                    agent.agent().openclaw().value().text(),
                    values,
                    local ? variables(agent) : Set.of()));
  }

  private static Set<String> variables(PlannedAgent agent) {
    Set<String> variables =
        new TreeSet<>(
            Set.of(
                LocalProcess.HOME_VARIABLE,
                LocalProcess.TOKEN_VARIABLE,
                LocalProcess.ECHO_PORT_VARIABLE,
                LocalProcess.MODEL_KEY_VARIABLE));
    agent.needs().forEach(need -> variables.add(need.secret().variable()));
    return variables;
  }
}
