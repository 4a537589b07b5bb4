package dev.berth.rules;

import dev.berth.diagnose.Finding;
import dev.berth.diagnose.Severity;
import dev.berth.model.Agent;
import dev.berth.model.Channel;
import dev.berth.model.Declared;
import dev.berth.model.SecretName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** One bot for two agents. */
record ChannelSecretShared() implements FleetRule {

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public String reason() {
    return "two agents with one bot's token take each other's messages, and who breaks into either"
        + " speaks as both";
  }

  @Override
  public String source() {
    return "https://core.telegram.org/bots/api#getupdates";
  }

  @Override
  public Stream<Finding> judge(Scene scene) {
    Map<SecretName, Agent> first = new HashMap<>();
    List<Finding> found = new ArrayList<>();
    for (Agent agent : scene.fleet().agents()) {
      for (Channel channel : agent.channels()) {
        for (Declared<SecretName> secret : channel.secrets().values()) {
          Agent other = Optional.ofNullable(first.putIfAbsent(secret.value(), agent)).orElse(agent);
          if (!other.id().equals(agent.id())) {
            found.add(finding(secret, channel, agent, other));
          }
        }
      }
    }
    return found.stream();
  }

  private Finding finding(Declared<SecretName> secret, Channel channel, Agent agent, Agent other) {
    return finding(
        secret.from(),
        agent.id(),
        "%s and %s share the %s secret `%s`"
            .formatted(other.id(), agent.id(), channel.kind(), secret.value()),
        "make a bot of its own for %s and name its secret here".formatted(agent.id()));
  }
}
