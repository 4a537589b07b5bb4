package dev.berth.plan;

import dev.berth.model.Agent;
import dev.berth.model.Environment;
import dev.berth.model.HostCatalogue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Everything one agent owns in a cluster Berth did not make: nothing of Google Cloud. */
final class PlainAgentPlanner {

  private final WaysOut waysOut;
  private final PolicyPlanner policies;
  private final SecretPlanner secrets;
  private final ReleasePlanner releases;

  PlainAgentPlanner(HostCatalogue hosts, Environment environment) {
    this.waysOut = new WaysOut(hosts, environment);
    this.policies = new PolicyPlanner(hosts, environment);
    this.secrets = new SecretPlanner(environment);
    this.releases = new ReleasePlanner(hosts, environment);
  }

  /**
   * @param open whether a waiver opens every public address where nobody enforces host names
   */
  PlannedAgent plan(Agent agent, boolean open) {
    List<SecretNeed> needs = Secrets.of(agent);
    List<WayOut> ways = waysOut.of(agent, open);
    List<PlannedResource> resources = new ArrayList<>();
    resources.add(AgentPlanner.account(agent));
    resources.addAll(policies.plan(agent, false, ways));
    resources.addAll(secrets.objects(agent, needs));
    resources.add(releases.plan(agent, Optional.empty(), needs, Optional.empty()));
    return new PlannedAgent(
        agent,
        Optional.empty(),
        List.copyOf(resources),
        List.of(),
        PlannedAgent.sorted(ways),
        needs,
        Optional.empty());
  }
}
