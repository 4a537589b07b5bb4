package dev.berth.rules;

import dev.berth.diagnose.Finding;
import dev.berth.diagnose.Severity;
import dev.berth.model.Agent;
import dev.berth.model.AgentId;
import dev.berth.model.Channel;
import dev.berth.model.Declared;
import dev.berth.model.Fleet;
import dev.berth.model.Origin;
import dev.berth.model.SecretName;
import dev.berth.source.SourcePoint;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A channel's token that two agents log in with. A service hands each message to one of them (
 * https://core.telegram.org/bots/api#getupdates refuses the second), and each could speak as the
 * other.
 */
public final class SharedChannelSecrets {

  public static final String RULE = "channel-secret-shared";

  private SharedChannelSecrets() {}

  /** One for every agent but the first that names a secret, in the fleet's order. */
  public static List<Finding> in(Fleet fleet) {
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
    return List.copyOf(findings);
  }

  private static Finding finding(
      AgentId agent, AgentId owner, String field, Declared<SecretName> secret) {
    Origin from = secret.from();
    return new Finding(
        new SourcePoint(from.file(), from.line(), 1),
        1,
        Severity.ERROR,
        RULE,
        agent.toString(),
        "%s and %s log in with one secret, `%s`: they would fight over its messages"
            .formatted(owner, agent, secret.value()),
        "give %s a bot of its own, and name its secret under `%s`".formatted(agent, field));
  }
}
