package dev.berth.access;

import dev.berth.model.Origin;
import dev.berth.model.SecretStore;
import dev.berth.plan.Plan;
import dev.berth.plan.PlannedAgent;
import dev.berth.plan.SecretNeed;
import java.util.stream.Stream;

/** Which secrets lie in whose pod, as which file, and what copied them there. */
final class SecretRows {

  private SecretRows() {}

  static Stream<AccessRow> of(Plan plan) {
    SecretStore store = plan.environment().secrets();
    return plan.agents().stream()
        .flatMap(agent -> agent.needs().stream().flatMap(need -> of(store, agent, need)));
  }

  private static Stream<AccessRow> of(SecretStore store, PlannedAgent agent, SecretNeed need) {
    String file = "file " + need.key();
    String copy = agent.id().agent().text();
    return switch (store.kind()) {
      case SECRET_MANAGER -> Stream.of(read(agent, need, file));
      case KUBERNETES -> Stream.of(read(agent, need, file + ", Secret " + need.secret()));
      case EXTERNAL_SECRETS, VAULT ->
          Stream.of(
              row(
                  agent,
                  "have External Secrets copy",
                  need,
                  "key %s of Secret %s, from %s"
                      .formatted(need.key(), copy, store.server().orElse("Secret Manager"))),
              read(agent, need, file + ", Secret " + copy));
    };
  }

  private static AccessRow read(PlannedAgent agent, SecretNeed need, String through) {
    return row(agent, "read", need, through);
  }

  private static AccessRow row(PlannedAgent agent, String may, SecretNeed need, String through) {
    return new AccessRow(
        Layer.SECRETS,
        Subject.agent(agent.id()),
        may,
        ResourceWord.secret(need.secret()),
        through,
        need.because(),
        why(need));
  }

  static String why(SecretNeed need) {
    return need.because().equals(Origin.BUILT_IN) ? IamRows.KEY_BY_DEFAULT : "";
  }
}
