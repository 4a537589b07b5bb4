package dev.berth.plan;

import dev.berth.model.Agent;
import dev.berth.model.Channel;
import dev.berth.model.Declared;
import dev.berth.model.Environment;
import dev.berth.model.Fleet;
import dev.berth.model.HostCatalogue;
import dev.berth.model.ModelId;
import dev.berth.model.SecretName;
import dev.berth.model.Team;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Agents as processes of one machine: nothing is granted, as nothing there could hold a grant. */
final class LocalPlanner {

  private final HostCatalogue hosts;
  private final Environment.Local local;

  LocalPlanner(HostCatalogue hosts, Environment.Local local) {
    this.hosts = hosts;
    this.local = local;
  }

  /** Every agent of the fleet, whether it starts unasked or not. */
  Plan plan(Fleet fleet, Environment environment) {
    return new Plan(
        environment,
        List.of(),
        fleet.teams().stream()
            .map(
                team ->
                    new PlannedTeam(
                        team,
                        List.of(),
                        List.of(),
                        team.agents().stream().map(agent -> agent(fleet, team, agent)).toList()))
            .toList());
  }

  private PlannedAgent agent(Fleet fleet, Team team, Agent agent) {
    Agent reaching = agent.with(fleet.everyAgentOf(team));
    Agent here = answering(agent);
    List<SecretNeed> needs =
        Secrets.of(here).stream()
            .filter(need -> !need.key().equals(Secrets.MODEL_KEY) || asksProvider(here))
            .toList();
    return new PlannedAgent(
        here,
        Optional.empty(),
        List.of(process(here, reaching, needs)),
        List.of(),
        List.of(),
        needs,
        Optional.empty());
  }

  /** The agent with what answers it here, and only on channels when it is to answer there. */
  private Agent answering(Agent agent) {
    Declared<ModelId> model = local.model().orElse(agent.model());
    boolean sameProvider = model.value().provider().equals(agent.model().value().provider());
    return new Agent(
        agent.id(),
        agent.soul(),
        model,
        sameProvider
            ? agent.apiKey()
            : Declared.builtIn(new SecretName(model.value().provider() + "-api-key")),
        local.channels() ? agent.channels() : List.of(),
        agent.own(),
        agent.folders(),
        agent.limits(),
        agent.requests(),
        agent.egress(),
        agent.iam(),
        agent.calls(),
        agent.callers(),
        agent.openclaw(),
        agent.image(),
        agent.knowledgeImage(),
        agent.pool(),
        agent.from());
  }

  private boolean asksProvider(Agent agent) {
    return local.modelServer().isEmpty() && !agent.model().value().equals(ModelId.ECHO);
  }

  private LocalProcess process(Agent agent, Agent reaching, List<SecretNeed> needs) {
    Map<String, OpenClawValues.Reference> references = new LinkedHashMap<>();
    needs.forEach(
        need ->
            references.put(
                need.key(), OpenClawValues.Reference.variable(need.secret().variable())));
    return new LocalProcess(
        agent.id() + "/process",
        agent.id(),
        OpenClawValues.of(
            agent,
            OpenClawValues.Place.PROCESS,
            server(agent),
            agent.channels(),
            references,
            OpenClawValues.Reference.variable(LocalProcess.TOKEN_VARIABLE)),
        agent.soul().value(),
        agent.openclaw().value(),
        agent.model().value(),
        agent.limits().memory().value(),
        ReleasePlanner.heapMebibytes(agent),
        agent.own().map(Declared::value),
        reaching.folders().keySet().stream().sorted().toList(),
        agent.channels().stream().map(Channel::kind).toList(),
        agent.from());
  }

  private OpenClawValues.ModelServer server(Agent agent) {
    ModelId model = agent.model().value();
    if (asksProvider(agent)) {
      return new OpenClawValues.ModelServer(
          model,
          hosts.provider(model.provider()).orElseThrow().baseUrl(),
          OpenClawValues.Reference.variable(agent.apiKey().value().variable()).values(),
          false);
    }
    String echo = "http://127.0.0.1:${" + LocalProcess.ECHO_PORT_VARIABLE + "}/v1";
    return new OpenClawValues.ModelServer(
        model,
        local.modelServer().map(Declared::value).orElse(echo),
        OpenClawValues.Reference.variable(LocalProcess.MODEL_KEY_VARIABLE).values(),
        true);
  }
}
