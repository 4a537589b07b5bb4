package dev.berth.cli;

import dev.berth.Generator;
import dev.berth.local.control.AgentOrder;
import dev.berth.model.Access;
import dev.berth.model.ChannelKind;
import dev.berth.plan.LocalProcess;
import dev.berth.plan.Plan;
import dev.berth.plan.PlannedAgent;
import dev.berth.plan.PlannedTeam;
import dev.berth.plan.SecretNeed;
import dev.berth.render.Rendered;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What the supervisor is handed of agents that were planned.
 *
 * @param modelServer whether a server of one's own answers, which may ask for a key
 * @param tools by version of OpenClaw
 */
record LaptopOrders(
    Generator generator,
    GivenSecrets secrets,
    boolean modelServer,
    Function<String, LaptopParts.Tool> tools) {

  /** Orders in the plan's order; every secret must be there. */
  List<AgentOrder> of(Plan plan) {
    Map<String, PlannedAgent> planned = new LinkedHashMap<>();
    plan.agents().forEach(agent -> planned.put(agent.id().toString(), agent));
    return generator
        .render(plan)
        .filter(rendered -> rendered.planned() instanceof LocalProcess)
        .map(rendered -> order(rendered, planned))
        .toList();
  }

  /** What a plan holds of some of its agents, and nothing else. */
  static Plan only(Plan plan, List<PlannedAgent> chosen) {
    return new Plan(
        plan.environment(),
        List.of(),
        plan.teams().stream()
            .map(
                team ->
                    new PlannedTeam(
                        team.team(),
                        team.resources(),
                        team.may(),
                        team.agents().stream().filter(chosen::contains).toList()))
            .filter(team -> !team.agents().isEmpty())
            .toList());
  }

  static LocalProcess process(PlannedAgent agent) {
    return agent.resources().stream()
        .filter(LocalProcess.class::isInstance)
        .map(LocalProcess.class::cast)
        .findFirst()
        .orElseThrow();
  }

  private AgentOrder order(Rendered rendered, Map<String, PlannedAgent> planned) {
    LocalProcess process = (LocalProcess) rendered.planned();
    LaptopParts.Tool tool = tools.apply(process.version().toString());
    Map<String, String> values = new LinkedHashMap<>();
    PlannedAgent agent = planned.get(process.id().toString());
    for (SecretNeed need : agent == null ? List.<SecretNeed>of() : agent.needs()) {
      String variable = need.secret().variable();
      secrets.value(variable).ifPresent(value -> values.put(variable, value));
    }
    if (modelServer) {
      secrets
          .value(LocalProcess.MODEL_KEY_VARIABLE)
          .ifPresent(key -> values.put(LocalProcess.MODEL_KEY_VARIABLE, key));
    }
    return new AgentOrder(
        process.id().toString(),
        rendered.text(),
        Base64.getEncoder().encodeToString(process.soul().bytes()),
        process.version().toString(),
        tool.node().toString(),
        tool.openclaw().toString(),
        process.memory().mebibytes() << 20,
        process.heapMebibytes(),
        values,
        process.echoes(),
        knowledge(process),
        process.shared().stream().map(Object::toString).toList(),
        process.channels().stream()
            .filter(channel -> channel != ChannelKind.TELEGRAM)
            .map(ChannelKind::toString)
            .sorted()
            .toList());
  }

  private static AgentOrder.Knowledge knowledge(LocalProcess process) {
    return process
        .own()
        .map(
            access ->
                access.covers(Access.READ_WRITE)
                    ? AgentOrder.Knowledge.PULLED_AND_PUSHED
                    : AgentOrder.Knowledge.PULLED)
        .orElse(AgentOrder.Knowledge.NONE);
  }
}
