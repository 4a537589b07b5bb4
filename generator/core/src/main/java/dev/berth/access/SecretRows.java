package dev.berth.access;

import dev.berth.model.Origin;
import dev.berth.plan.Plan;
import dev.berth.plan.SecretNeed;
import java.util.stream.Stream;

/** Which secrets lie in whose pod, and as which file. */
final class SecretRows {

  private SecretRows() {}

  static Stream<AccessRow> of(Plan plan) {
    return plan.agents().stream()
        .flatMap(
            agent -> {
              Subject who = Subject.agent(agent.id());
              return agent.needs().stream().map(need -> row(who, need));
            });
  }

  private static AccessRow row(Subject who, SecretNeed need) {
    return new AccessRow(
        Layer.SECRETS,
        who,
        "read",
        ResourceWord.secret(need.secret()),
        "file " + need.key(),
        need.because(),
        why(need));
  }

  static String why(SecretNeed need) {
    return need.because().equals(Origin.BUILT_IN) ? IamRows.KEY_BY_DEFAULT : "";
  }
}
