package dev.berth.rules;

import dev.berth.diagnose.Finding;
import dev.berth.diagnose.Severity;
import dev.berth.model.Channel;
import dev.berth.model.Declared;
import dev.berth.model.Name;
import dev.berth.model.Pool;
import java.util.Optional;
import java.util.stream.Stream;

/** Strangers' messages on a kernel that others share; a note where there is no other to choose. */
record UnsandboxedPublicAgent() implements AgentRule {

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
  public Stream<Finding> judge(AgentScene agent) {
    Optional<Channel> channel = agent.publicChannel();
    if (channel.isEmpty() || agent.planned().pool().map(Pool::gvisor).orElse(true)) {
      return Stream.empty();
    }
    Optional<Name> sandbox =
        agent.scene().environment().gke().stream()
            .flatMap(gke -> gke.pools().stream())
            .filter(Pool::gvisor)
            .map(Pool::name)
            .findFirst();
    return Stream.of(
        finding(
            sandbox.isPresent() ? severity() : Severity.NOTE,
            agent.agent().pool().map(Declared::from).orElse(channel.get().from()),
            agent.id(),
            "%s takes messages from strangers on %s and runs in no sandbox"
                .formatted(agent.id(), channel.get().kind()),
            sandbox
                .map("write `pool: %s`"::formatted)
                .orElse("add a pool with `sandbox: gvisor` to the environment, and name it here")));
  }
}
