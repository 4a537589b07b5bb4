package dev.berth.rules;

import dev.berth.model.Declared;
import dev.berth.model.EveryAgent;
import dev.berth.model.IamGrant;
import dev.berth.model.Team;
import java.util.stream.Stream;

/**
 * A grant and who has it.
 *
 * @param to an agent, {@code every agent of sales} or {@code every agent}
 */
record Given(String to, Declared<IamGrant> grant) {

  /** Every grant that is declared, once. */
  static Stream<Given> of(Scene scene) {
    return Stream.concat(
        all("every agent", scene.fleet().everyAgent()),
        scene.fleet().teams().stream().flatMap(Given::of));
  }

  private static Stream<Given> of(Team team) {
    return Stream.concat(
        all("every agent of " + team.name(), team.everyAgent()),
        team.agents().stream()
            .flatMap(
                agent ->
                    agent.iam().stream().map(grant -> new Given(agent.id().toString(), grant))));
  }

  private static Stream<Given> all(String to, EveryAgent every) {
    return every.iam().stream().map(grant -> new Given(to, grant));
  }
}
