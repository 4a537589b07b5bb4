package dev.berth.rules;

import dev.berth.diagnose.Finding;
import dev.berth.diagnose.Severity;
import dev.berth.model.AgentId;
import dev.berth.model.CloudResource;
import dev.berth.plan.PlannedAgent;
import java.util.Optional;
import java.util.stream.Stream;

/** A grant that reads what only another agent needs: with its bot's token one is that agent. */
record SecretOfAnotherAgent() implements AgentRule {

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public String reason() {
    return "whoever holds another agent's key is that agent to everyone it talks to";
  }

  @Override
  public String source() {
    return "https://cloud.google.com/secret-manager/docs/best-practices";
  }

  @Override
  public Stream<Finding> judge(AgentScene agent) {
    return agent.agent().iam().stream()
        .filter(grant -> grant.value().on().kind() == CloudResource.Kind.SECRET)
        .flatMap(
            grant ->
                reader(agent, grant.value().on().name()).stream()
                    .map(
                        other ->
                            finding(
                                grant.from(),
                                agent.id(),
                                "%s is given %s, which holds a key of %s"
                                    .formatted(agent.id(), grant.value().on(), other),
                                "remove the grant, or make a secret of its own")));
  }

  /** Another agent that runs with the secret; none when this one does too. */
  private static Optional<AgentId> reader(AgentScene agent, String secret) {
    return reads(agent.planned(), secret)
        ? Optional.empty()
        : agent.scene().plan().agents().stream()
            .filter(other -> reads(other, secret))
            .map(PlannedAgent::id)
            .findFirst();
  }

  private static boolean reads(PlannedAgent agent, String secret) {
    return agent.needs().stream().anyMatch(need -> need.secret().text().equals(secret));
  }
}
