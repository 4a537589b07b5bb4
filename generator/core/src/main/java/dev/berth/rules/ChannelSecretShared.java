package dev.berth.rules;

import dev.berth.diagnose.Finding;
import dev.berth.diagnose.Severity;
import dev.berth.model.Agent;
import dev.berth.model.AgentId;
import dev.berth.model.Channel;
import dev.berth.model.Declared;
import dev.berth.model.Fleet;
import dev.berth.model.SecretName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A channel's token that two agents log in with. */
record ChannelSecretShared() implements FleetRule {

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public String reason() {
    return "one token is one bot: each message reaches one of its agents, and each speaks as both";
  }

  @Override
  public String source() {
    return "https://core.telegram.org/bots/api#getupdates";
  }

  @Override
  public Stream<Finding> judge(Scene scene) {
    return judge(scene.fleet());
  }

  /** One for every agent but the first that names a secret, in the fleet's order. */
  Stream<Finding> judge(Fleet fleet) {
    Map<SecretName, AgentId> first = new HashMap<>();
    List<Finding> findings = new ArrayList<>();
    for (Agent agent : fleet.agents()) {
      for (Channel channel : agent.channels()) {
        channel
            .secrets()
            .forEach(
                (field, secret) -> {
                  AgentId owner = first.computeIfAbsent(secret.value(), name -> agent.id());
                  if (!owner.equals(agent.id())) {
                    findings.add(finding(agent.id(), owner, channel.kind() + "." + field, secret));
                  }
                });
      }
    }
    return findings.stream();
  }

  private Finding finding(AgentId agent, AgentId owner, String field, Declared<SecretName> secret) {
    return finding(
        secret.from(),
        agent,
        "%s and %s log in with one secret, `%s`: they would fight over its messages"
            .formatted(owner, agent, secret.value()),
        "give %s a bot of its own, and name its secret under `%s`".formatted(agent, field));
  }
}
