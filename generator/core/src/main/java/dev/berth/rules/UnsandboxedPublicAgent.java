package dev.berth.rules;

import dev.berth.diagnose.Finding;
import dev.berth.diagnose.Severity;
import dev.berth.model.Channel;
import dev.berth.model.Declared;
import dev.berth.model.Name;
import dev.berth.model.Pool;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Strangers' messages on a kernel that others share; a note where there is no other to choose. */
record UnsandboxedPublicAgent() implements FleetRule {

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public String reason() {
    return "what a stranger makes an agent run meets the node's own kernel, and with it every other"
        + " pod there";
  }

  @Override
  public String source() {
    return "https://cloud.google.com/kubernetes-engine/docs/concepts/sandbox-pods";
  }

  @Override
  public Stream<Finding> judge(Scene scene) {
    List<AgentScene> open = scene.agents().filter(UnsandboxedPublicAgent::open).toList();
    Optional<Name> sandbox =
        scene.environment().gke().stream()
            .flatMap(gke -> gke.pools().stream())
            .filter(Pool::gvisor)
            .map(Pool::name)
            .findFirst();
    return sandbox
        .map(pool -> open.stream().map(agent -> finding(agent, pool)))
        .orElseGet(() -> open.stream().limit(1).map(first -> finding(scene, open.size())));
  }

  /** Whether strangers write to it and nothing but the kernel is between it and its node. */
  private static boolean open(AgentScene agent) {
    return agent.publicChannel().isPresent()
        && agent.planned().pool().filter(pool -> !pool.gvisor()).isPresent();
  }

  private Finding finding(AgentScene agent, Name sandbox) {
    Channel channel = agent.publicChannel().orElseThrow();
    return finding(
        agent.agent().pool().map(Declared::from).orElse(channel.from()),
        agent.id(),
        "%s takes messages from strangers on %s and runs in no sandbox"
            .formatted(agent.id(), channel.kind()),
        "write `pool: %s`".formatted(sandbox));
  }

  /** Said once: there is nothing an agent's file could name. */
  private Finding finding(Scene scene, int agents) {
    return finding(
        Severity.NOTE,
        scene.environment().from(),
        scene.environment().name(),
        "strangers write to %d of its agents, and %s has no sandboxed pool"
            .formatted(agents, scene.environment().name()),
        "add `sandbox: { machine: e2-standard-2, nodes: 0-4, disk: 30Gi, sandbox: gvisor }` under"
            + " `pools:`");
  }
}
