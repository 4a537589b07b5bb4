package dev.berth.rules;

import dev.berth.diagnose.Finding;
import dev.berth.diagnose.Severity;
import dev.berth.model.HostName;
import dev.berth.plan.Plan;
import dev.berth.plan.PlannedAgent;
import java.util.List;
import java.util.stream.Stream;

/** A cluster where nothing holds an agent to the hosts it named. */
record HostsStayOpen() implements FleetRule {

  /** The planner opens what a waiver of it accepts, so it must know the word. */
  @Override
  public String id() {
    return Plan.HOSTS_STAY_OPEN;
  }

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public String reason() {
    return "a NetworkPolicy knows addresses alone: without somebody who enforces names, an agent"
        + " that may call one host may call every public one";
  }

  @Override
  public String source() {
    return "https://kubernetes.io/docs/concepts/services-networking/network-policies/";
  }

  @Override
  public Stream<Finding> judge(Scene scene) {
    return scene.plan().unenforced().stream().map(agent -> found(scene, agent));
  }

  private Finding found(Scene scene, PlannedAgent agent) {
    List<HostName> hosts = agent.asks().stream().map(way -> way.host()).toList();
    return finding(
        scene.environment().from(),
        agent.id(),
        "nobody enforces host names in %s: for %s, %s could call every public address on TCP 443"
            .formatted(
                scene.environment().name(),
                hosts.size() == 1
                    ? hosts.get(0)
                    : hosts.get(0) + " and " + (hosts.size() - 1) + " more",
                agent.id()),
        "write `hostNames: cilium` if the cluster runs Cilium with its DNS proxy");
  }
}
