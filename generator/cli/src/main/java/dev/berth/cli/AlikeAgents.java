package dev.berth.cli;

import dev.berth.Generator;
import dev.berth.model.Agent;
import dev.berth.model.AgentId;
import dev.berth.model.Environment;
import dev.berth.model.Fleet;
import dev.berth.plan.Plan;
import dev.berth.render.AgentConfiguration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Agents whose openclaw.json differs in nothing but their names.
 *
 * @param first the one that is asked about for all of them
 * @param all of them, it among them, in the plan's order
 */
record AlikeAgents(AgentConfiguration first, List<AgentConfiguration> all) {

  /**
   * Those of the environment the command line names.
   *
   * @param named {@code team/agent} each; empty for all
   * @param each whether every agent stands for itself
   */
  static List<AlikeAgents> of(
      Declarations declared, Fleet fleet, List<String> named, boolean each, String what) {
    Environment environment = declared.environment(fleet);
    Generator generator = declared.berth().workshop().generator();
    if (!generator.plannable(fleet).contains(environment)) {
      throw Stop.usage(
          "environment %s has the target %s: %s of that target are not built yet\nmend: name another environment with `--env`"
              .formatted(environment.name(), environment.target(), what));
    }
    Set<AgentId> chosen =
        named.stream()
            .map(name -> declared.agent(fleet, name))
            .map(Agent::id)
            .collect(Collectors.toSet());
    Plan plan = generator.plan(fleet, environment);
    Map<Object, List<AgentConfiguration>> alike = new LinkedHashMap<>();
    for (AgentConfiguration configuration : generator.configurations(plan)) {
      AgentId id = configuration.agent().id();
      if (chosen.isEmpty() || chosen.contains(id)) {
        Object key = each ? id : List.of(configuration.version(), configuration.unnamed());
        alike.computeIfAbsent(key, first -> new ArrayList<>()).add(configuration);
      }
    }
    return alike.values().stream().map(all -> new AlikeAgents(all.get(0), all)).toList();
  }

  /** Their names, as users write them. */
  List<String> names() {
    return all.stream().map(each -> each.agent().id().toString()).toList();
  }
}
